/** An element with its attributes in the order they were written; text is kept as it is escaped. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
};

type Open = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
};

/** Reads what Vega's own writer wrote: one root, double quotes, every `<` and `>` of a text escaped. */
export function parseSvg(svg: string): Element {
  const stack: Open[] = [{ name: '', attributes: {}, children: [] }];
  for (const [, text, closing, name, attributes, alone] of svg.matchAll(/([^<]*)<(\/?)([\w:]+)([^>]*?)(\/?)>/g)) {
    const parent = stack.at(-1);
    if (text !== undefined && text.trim() !== '') parent?.children.push(text);
    if (closing === '/') {
      const done = stack.pop();
      if (done !== undefined) stack.at(-1)?.children.push(done);
      continue;
    }
    const opened: Open = { name: name ?? '', attributes: attributesOf(attributes ?? ''), children: [] };
    if (alone === '/') parent?.children.push(opened);
    else stack.push(opened);
  }
  const root = stack[0]?.children[0];
  return typeof root === 'object' ? root : { name: 'svg', attributes: {}, children: [] };
}

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']));
