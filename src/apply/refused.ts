import type { PlannedWrite } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import { buckets, type Requests } from '../domain/portfolio.ts';
import { priceOfApplying, priceOfSearching } from '../domain/price.ts';
import type { ItemWrite } from '../domain/write.ts';
import { rebuild } from '../plan/requests/rebuild.ts';
import { writesFor } from '../plan/requests/writes.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { deadIn, inParts, stretch } from './dead.ts';
import type { Playlist } from './playlist.ts';

/** What is still to be written, and the rows that should stand there then. */
export type Ahead = { readonly wanted: readonly RowKey[]; readonly writes: readonly PlannedWrite[] };

/**
 * Looks for the rows for which Spotify refuses a write and answers what is to be written instead of it and of what was
 * ahead; undefined when nothing at all is taken at the moment. The search and what follows it are announced, each before
 * it begins: whatever ends the run, the next one tells our own rows from those of others, and knows what was found.
 */
export async function withoutDead(
  write: ItemWrite,
  ahead: Ahead,
  playlist: Playlist,
  problems: Problem[],
): Promise<Ahead | undefined> {
  const { rows: before } = playlist;
  const parts = inParts(write, before);
  const about = { from: before, writes: [parts], inParts: true, price: priceOf(parts, ahead, before) };
  const { dead, endedBy } = await deadIn(parts, playlist, (found) => playlist.announce({ ...about, dead: found }));
  if (dead !== undefined && dead.length > 0)
    problems.push(problem('apply/dead-items', { playlist: playlist.plan.name, uris: dead }));
  if (endedBy !== undefined) return asItStands(endedBy, ahead, playlist, problems);
  const instead = insteadOf(write, dead, ahead, playlist.rows);
  await announceAll(instead, dead ?? [], playlist);
  return dead === undefined ? undefined : instead;
}

/** A search that others need the room of leaves the list as it stands: the next night goes on from there. */
function asItStands(endedBy: unknown, { writes }: Ahead, { rows }: Playlist, problems: Problem[]): Ahead {
  if (!(endedBy instanceof Failure) || endedBy.problems[0].code !== 'apply/search-unfinished') throw endedBy;
  problems.push(...endedBy.problems);
  return { wanted: rows, writes: detailsIn(writes) };
}

function insteadOf(
  write: ItemWrite,
  dead: readonly RowKey[] | undefined,
  ahead: Ahead,
  rows: readonly RowKey[],
): Ahead {
  if (dead === undefined) return { ...ahead, writes: [write, ...ahead.writes] };
  if (dead.length === 0 && write.kind === 'add') return ahead;
  const wanted = ahead.wanted.filter((key) => !dead.includes(key));
  // A list is replaced once: what follows a replace only goes on from what it left. The positions of all other writes
  // counted on the refused rows: they are worked out anew from what stands there.
  const items = write.kind === 'replace' ? rebuild(wanted) : writesFor(rows, wanted);
  return { wanted, writes: [...items, ...detailsIn(ahead.writes)] };
}

/** Announces writes that go on from what stands there now. */
export function announceAll({ wanted, writes }: Ahead, dead: readonly RowKey[], playlist: Playlist): Promise<void> {
  const from = playlist.rows;
  const price = priceOfApplying(from, wanted.length, writes);
  return playlist.announce({ from, writes, inParts: false, dead, price });
}

/** A stretch of the search, and what is ahead when that was the last. */
function priceOf(parts: ItemWrite & { kind: 'add' }, { wanted, writes }: Ahead, rows: readonly RowKey[]): Requests {
  const search = priceOfSearching(stretch, rows.length + parts.uris.length);
  const rest = priceOfApplying(rows, wanted.length, [parts, ...writes]);
  // Sound: the entries are the buckets, each once.
  return Object.fromEntries(buckets.map((bucket) => [bucket, search[bucket] + rest[bucket]])) as Requests;
}

export const detailsIn = (writes: readonly PlannedWrite[]): readonly PlannedWrite[] =>
  writes.filter(({ kind }) => kind === 'details');
