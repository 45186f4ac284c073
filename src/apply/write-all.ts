import type { PlannedWrite } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { ItemWrite } from '../domain/write.ts';
import { writesFor } from '../plan/requests/writes.ts';
import { Failure } from '../problem/failure.ts';
import type { Problem } from '../problem/problem.ts';
import { attempt, mostTries } from './attempt.ts';
import { newcomersIn } from './dead.ts';
import { change } from './details.ts';
import type { Playlist } from './playlist.ts';
import { type Ahead, announceAll, detailsIn, withoutDead } from './refused.ts';
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
    const further = writes.slice(next + 1);
    const sent = await sendItems(playlist, write, { wanted, writes: further }, problems);
    if (sent !== 'done') {
      ({ wanted, writes } = sent);
      next = -1;
      continue;
    }
    const stayed = await stayedAfter(write, further, playlist, wanted);
    if (stayed === undefined) continue;
    wanted = stayed.wanted;
    problems.push(...stayed.problems);
    writes = [...writesFor(playlist.rows, wanted), ...detailsIn(further)];
    await announceAll({ wanted, writes }, [], playlist);
    next = -1;
  }
  return wanted;
}

/** Sends one write until it is known to be done, or answers what is to be written instead: the list stands otherwise than planned. */
async function sendItems(
  playlist: Playlist,
  write: ItemWrite,
  ahead: Ahead,
  problems: Problem[],
): Promise<'done' | Ahead> {
  for (let tries = 1; ; tries++) {
    const refused = await attempt(playlist, write, tries);
    if (refused === 'done') return 'done';
    if (tries === mostTries) throw new Failure([refused]);
    if (tries !== 2 || newcomersIn(write, playlist.rows).length === 0) continue;
    const instead = await withoutDead(write, ahead, playlist, problems);
    if (instead !== undefined) return instead;
  }
}
