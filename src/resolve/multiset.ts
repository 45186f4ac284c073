/** How often each key occurs. */
export function countsOf<K>(keys: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What of `these` is not matched, one for one, by `others`; in order. */
export function without<T, K>(these: readonly T[], others: Iterable<K>, keyOf: (one: T) => K): readonly T[] {
  const left = countsOf(others);
  return these.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    if (count > 0) left.set(keyOf(one), count - 1);
    return count === 0;
  });
}

/** Those of which it holds, then the others; both in order. */
export const partition = <T>(all: readonly T[], holds: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(holds),
  all.filter((one) => !holds(one)),
];
