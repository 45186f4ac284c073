import type { CST } from 'yaml';

/** How many values may stand inside of each other. */
export const mostLevels = 64;

type Level = { readonly token: CST.Token; readonly level: number };

/**
 * Where a document first nests too deeply, as an offset; undefined when it does not. Looked for in the tokens, since
 * making a document of them goes as deep as they do, and how deep that may be differs between machines.
 */
export function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const open: Level[] = tokens.map((token) => ({ token, level: 0 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, level } = next;
    if (level > mostLevels) return token.offset;
    const inside = partsOf(token).map((part) => ({
      token: part,
      level: token.type === 'document' ? level : level + 1,
    }));
    for (const part of inside.reverse()) open.push(part);
  }
  return undefined;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap((item) => [item.key ?? [], item.value ?? []].flat());
}
