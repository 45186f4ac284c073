import type { AddableUri } from '../../domain/ids.ts';
import type { KnownItems } from '../../domain/item.ts';
import { keysOf, type Row, type RowKey } from '../../domain/playlist.ts';

/**
 * What happened to a list while nobody of ours wrote to it. Spotify takes a track away (the row stays, with nothing in
 * it) or shows it under another id; the rest people did. `between` is the list after the first and before the second.
 */
export type Drift = {
  readonly before: readonly RowKey[];
  readonly between: readonly RowKey[];
  readonly after: readonly RowKey[];
};

export function driftBetween(before: readonly Row[], after: readonly Row[], items: KnownItems): Drift {
  const [olds, news] = [keysOf(before), keysOf(after)];
  const left = without(olds, news);
  const entered = without(news, olds);
  const spare = after.filter((_, index) => entered.has(index));
  const between = before.map((row, index) => {
    if (!left.has(index)) return row;
    const at = spare.findIndex((one) => isSameEntry(row, one, items));
    return at === -1 ? row : (spare.splice(at, 1)[0] ?? row);
  });
  return { before: olds, between: keysOf(between), after: news };
}

/** Rows that came in at the same moment, of which one took the other's place without a person's doing. */
function isSameEntry(old: Row, now: Row, items: KnownItems): boolean {
  if (old.addedAt === null || old.addedAt !== now.addedAt || old.kind !== 'item') return false;
  return now.kind === 'gone' || (now.kind === 'item' && isRelinked(old.uri, now.uri, items));
}

function isRelinked(old: AddableUri, now: AddableUri, items: KnownItems): boolean {
  const [one, other] = [items.get(old), items.get(now)];
  return one?.kind === 'track' && other?.kind === 'track' && one.isrc !== null && one.isrc === other.isrc;
}

/** The places of rows that the other list does not have, copies one by one. */
function without(keys: readonly RowKey[], others: readonly RowKey[]): ReadonlySet<number> {
  const rest = new Map<RowKey, number>();
  for (const key of others) rest.set(key, (rest.get(key) ?? 0) + 1);
  const places = new Set<number>();
  for (const [index, key] of keys.entries()) {
    const count = rest.get(key) ?? 0;
    if (count === 0) places.add(index);
    else rest.set(key, count - 1);
  }
  return places;
}
