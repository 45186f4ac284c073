import type { PlannedWrite } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { ItemWrite } from '../domain/write.ts';
import { rebuild } from '../plan/requests/rebuild.ts';
import { writesFor } from '../plan/requests/writes.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { attempt, mostTries } from './attempt.ts';
import { deadIn, newcomersIn } from './dead.ts';
import { change } from './details.ts';
import type { Playlist } from './playlist.ts';
import { stayedAfter } from './stayed.ts';

/**
 * Sends the writes of the plan, one after the other: an add that overtakes its replace would be wiped by it. Answers the
 * rows that should stand there now: the planned ones, but for those that Spotify refuses, which are reported.
 */
export async function writeAll(playlist: Playlist, problems: Problem[]): Promise<readonly RowKey[]> {
  let wanted = playlist.plan.rows;
  let writes: readonly PlannedWrite[] = playlist.plan.writes;
  for (let next = 0; next < writes.length; next++) {
    const write = writes[next] as PlannedWrite;
    if (write.kind === 'details') {
      problems.push(...(await change(playlist, write)));
      continue;
    }
    const dead = await sendItems(playlist, write);
    const details = writes.slice(next + 1).filter(({ kind }) => kind === 'details');
    if (dead === 'done') {
      const stayed = await stayedAfter(write, writes.slice(next + 1), playlist, wanted);
      if (stayed === undefined) continue;
      wanted = stayed.wanted;
      problems.push(...stayed.problems);
      writes = [...writesFor(playlist.rows, wanted), ...details];
      next = -1;
      continue;
    }
    if (dead.length > 0) problems.push(problem('apply/dead-items', { playlist: playlist.plan.name, uris: dead }));
    wanted = wanted.filter((key) => !dead.includes(key));
    // The positions of all further writes counted on the refused rows: they are worked out anew from what stands there.
    writes = [...anew(write, playlist.rows, wanted), ...details];
    next = -1;
  }
  return wanted;
}

/** A list is replaced once: what follows a replace only goes on from what it left. */
const anew = (refused: ItemWrite, rows: readonly RowKey[], wanted: readonly RowKey[]): readonly ItemWrite[] =>
  refused.kind === 'replace' ? rebuild(wanted) : writesFor(rows, wanted);

/** Sends one write until it is known to be done, or answers the rows that Spotify refuses: the list then stands otherwise than planned. */
async function sendItems(playlist: Playlist, write: ItemWrite): Promise<'done' | readonly RowKey[]> {
  for (let tries = 1; ; tries++) {
    const refused = await attempt(playlist, write, tries);
    if (refused === 'done') return 'done';
    if (tries === mostTries) throw new Failure([refused]);
    if (tries !== 2 || newcomersIn(write, playlist.rows).length === 0) continue;
    const dead = await deadIn(write, playlist);
    if (dead === undefined) continue;
    return dead.length === 0 && write.kind === 'add' ? 'done' : dead;
  }
}
