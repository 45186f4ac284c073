import { comingAgain } from './coming-again.ts';
import type { PlannedWrite } from './plan.ts';
import type { RowKey } from './playlist.ts';
import { buckets, type Requests } from './portfolio.ts';
import { applyWrite } from './write.ts';

/** No request in any bucket. */
// Sound: the entries are the buckets, each once.
export const noRequests = Object.fromEntries(buckets.map((bucket) => [bucket, 0])) as Requests;

/** Requests that read a playlist of so many rows whole: its head with the first 100, then pages of 50. */
export const readsOf = (rows: number): number => 1 + Math.ceil(Math.max(0, rows - 100) / 50);

/**
 * What applying these writes costs when nothing fails: reading right before the first (nothing for a playlist that is
 * still to be created, where `before` is null), the writes, the creation, reading after the last, and after each removal
 * of copies of which some come again.
 */
export function priceOfApplying(
  before: readonly RowKey[] | null,
  after: number,
  writes: readonly PlannedWrite[],
): Requests {
  if (writes.length === 0 && before !== null) return noRequests;
  return {
    ...noRequests,
    playlist_reads:
      (before === null ? 0 : readsOf(before.length)) + looksBetween(before ?? [], writes) + readsOf(after),
    writes: writes.length + (before === null ? 1 : 0),
  };
}

/** What so many requests cost that look for refused rows: each may add to a list of so many rows and read it back. */
export const priceOfSearching = (requests: number, rows: number): Requests => ({
  ...noRequests,
  writes: requests,
  playlist_reads: requests * readsOf(rows),
  tracks: requests,
});

function looksBetween(before: readonly RowKey[], writes: readonly PlannedWrite[]): number {
  const looks = writes.map((write, at) => comingAgain(write, writes.slice(at + 1)).size > 0);
  const items = writes.slice(0, looks.lastIndexOf(true) + 1);
  let [rows, reads] = [before, 0];
  for (const [at, write] of items.entries()) {
    if (write.kind !== 'details') rows = applyWrite(rows, write);
    if (looks[at] === true) reads += readsOf(rows.length);
  }
  return reads;
}
