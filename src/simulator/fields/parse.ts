/** What to keep of an object. `all` but some when anything is excluded. */
export type Selection = {
  readonly mode: 'only' | 'but';
  readonly members: ReadonlyMap<string, Selection | null>;
};

/**
 * Reads `total,items(added_at,item(name,album.name)),owner.id,!images`: a comma list, dots and parentheses to go down,
 * `!` to leave out. One `!` turns its whole group into exclusions [?]. Undefined when the text cannot be read.
 */
export function parseFields(text: string): Selection | undefined {
  let at = 0;

  function group(): Selection | undefined {
    const members = new Map<string, Selection | null>();
    let mode: Selection['mode'] = 'only';
    do {
      if (text[at] === '!') {
        mode = 'but';
        at += 1;
      }
      const member = path();
      if (member === undefined) return undefined;
      members.set(member[0], merged(members.get(member[0]), member[1]));
    } while (take(','));
    return { mode, members };
  }

  function path(): readonly [string, Selection | null] | undefined {
    const name = /^\s*([\w]+)\s*/.exec(text.slice(at, at + 60));
    if (name?.[1] === undefined) return undefined;
    at += name[0].length;
    if (take('.')) {
      const below = path();
      return below === undefined ? undefined : [name[1], { mode: 'only', members: new Map([below]) }];
    }
    if (!take('(')) return [name[1], null];
    const below = group();
    return below !== undefined && take(')') ? [name[1], below] : undefined;
  }

  function take(mark: string): boolean {
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  }

  const selection = group();
  return at === text.length ? selection : undefined;
}

/** `owner.id,owner.uri` asks for both. */
function merged(one: Selection | null | undefined, other: Selection | null): Selection | null {
  if (one === undefined || one === null || other === null || one.mode !== other.mode) return other;
  return { mode: one.mode, members: new Map([...one.members, ...other.members]) };
}
