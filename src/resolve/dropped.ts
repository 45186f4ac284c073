import type { Dropped } from '../domain/desired.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { Why } from '../domain/why.ts';
import type { Candidate } from '../words/candidate.ts';

/** A row as one that did not come through, with the why that ended it. */
export const droppedOf = (row: Candidate, why: Why): Dropped => ({
  key: row.uri as string as RowKey,
  why: [...row.trail, why],
});
