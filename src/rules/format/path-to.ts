import { type Document, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** The keys and indexes that lead to what `visit` shows, given what it hands over. */
export function pathTo(
  key: number | 'key' | 'value' | null,
  ancestors: readonly (Document | Node | Pair)[],
): readonly string[] {
  const above = ancestors.flatMap((ancestor, index): readonly string[] => {
    if (isPair(ancestor)) return [isScalar(ancestor.key) ? String(ancestor.key.value) : ''];
    const next = ancestors[index + 1];
    return isSeq(ancestor) && next !== undefined ? [String(ancestor.items.indexOf(next))] : [];
  });
  return typeof key === 'number' && isSeq(ancestors.at(-1)) ? [...above, String(key)] : above;
}
