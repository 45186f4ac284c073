import type { PlannedWrite } from './plan.ts';
import { buckets, type Requests } from './portfolio.ts';

/** No request in any bucket. */
// Sound: the entries are the buckets, each once.
export const noRequests = Object.fromEntries(buckets.map((bucket) => [bucket, 0])) as Requests;

/** Requests that read a playlist of so many rows whole: its head with the first 100, then pages of 50. */
export const readsOf = (rows: number): number => 1 + Math.ceil(Math.max(0, rows - 100) / 50);

/**
 * What applying these writes costs when nothing fails: reading right before the first (nothing for a playlist that is
 * still to be created, where `before` is null), the writes, the creation, and reading after the last.
 */
export function priceOfApplying(before: number | null, after: number, writes: readonly PlannedWrite[]): Requests {
  if (writes.length === 0 && before !== null) return noRequests;
  return {
    ...noRequests,
    playlist_reads: (before === null ? 0 : readsOf(before)) + readsOf(after),
    writes: writes.length + (before === null ? 1 : 0),
  };
}
