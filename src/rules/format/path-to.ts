import { type Document, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** Which entry of a list it is never matters, and would have to be searched for. */
const someEntry = '0';

/** The keys that lead to what `visit` shows, given what it hands over; an entry of a list counts as one. */
export function pathTo(
  key: number | 'key' | 'value' | null,
  ancestors: readonly (Document | Node | Pair)[],
): readonly string[] {
  const above = ancestors.flatMap((ancestor, index): readonly string[] => {
    if (isPair(ancestor)) return [isScalar(ancestor.key) ? String(ancestor.key.value) : ''];
    return isSeq(ancestor) && index < ancestors.length - 1 ? [someEntry] : [];
  });
  return typeof key === 'number' && isSeq(ancestors.at(-1)) ? [...above, someEntry] : above;
}
