import type { PlannedWrite } from './plan.ts';
import type { RowKey } from './playlist.ts';

/** Rows that a removal takes away and a later write brings back: it takes every copy of a track, and some are to stay. */
export function comingAgain(removal: PlannedWrite, further: readonly PlannedWrite[]): ReadonlySet<RowKey> {
  if (removal.kind !== 'remove') return new Set();
  const coming = new Set<string>(further.flatMap((write) => (write.kind === 'add' ? write.uris : [])));
  return new Set(removal.uris.filter((key) => coming.has(key)));
}
