import type { PlannedWrite } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { ItemWrite } from '../domain/write.ts';
import { rebuild } from '../plan/requests/rebuild.ts';
import { writesFor } from '../plan/requests/writes.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { deadIn, inParts } from './dead.ts';
import type { Playlist } from './playlist.ts';

/** What is still to be written, and the rows that should stand there then. */
export type Ahead = { readonly wanted: readonly RowKey[]; readonly writes: readonly PlannedWrite[] };

/**
 * Looks for the rows for which Spotify refuses a write and answers what is to be written instead of it and of what was
 * ahead; undefined when nothing at all is taken at the moment. The search and what follows it are announced, each before
 * it begins: whatever ends the run, the next one tells our own rows from those of others.
 */
export async function withoutDead(
  write: ItemWrite,
  ahead: Ahead,
  playlist: Playlist,
  problems: Problem[],
): Promise<Ahead | undefined> {
  const parts = inParts(write, playlist.rows);
  await playlist.announce({ writes: [parts], wanted: ahead.wanted, inParts: true, dead: [] });
  const dead = await deadIn(parts, playlist);
  if (dead === undefined) {
    await playlist.announce({ ...ahead, writes: [write, ...ahead.writes], inParts: false, dead: [] });
    return undefined;
  }
  if (dead.length > 0) problems.push(problem('apply/dead-items', { playlist: playlist.plan.name, uris: dead }));
  const instead = dead.length === 0 && write.kind === 'add' ? ahead : without(dead, write, ahead, playlist.rows);
  await playlist.announce({ ...instead, inParts: false, dead });
  return instead;
}

/** The positions of all further writes counted on the refused rows: they are worked out anew from what stands there. */
function without(dead: readonly RowKey[], write: ItemWrite, ahead: Ahead, rows: readonly RowKey[]): Ahead {
  const wanted = ahead.wanted.filter((key) => !dead.includes(key));
  // A list is replaced once: what follows a replace only goes on from what it left.
  const items = write.kind === 'replace' ? rebuild(wanted) : writesFor(rows, wanted);
  return { wanted, writes: [...items, ...ahead.writes.filter(({ kind }) => kind === 'details')] };
}
