import type { DetailsWrite, PlannedWrite } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import { applyWrite, type ItemWrite } from '../domain/write.ts';
import { rebuild } from '../plan/requests/rebuild.ts';
import { writesFor } from '../plan/requests/writes.ts';
import { messageOf } from '../problem/catalogue.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { deadIn } from './dead.ts';
import type { Playlist } from './playlist.ts';
import { sameRows } from './same-rows.ts';

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
    if (dead.length === 0) continue;
    problems.push(problem('apply/dead-items', { playlist: playlist.plan.name, uris: dead }));
    wanted = wanted.filter((key) => !dead.includes(key));
    // The positions of all further writes counted on the refused rows: they are worked out anew from what stands there.
    const details = writes.slice(next + 1).filter(({ kind }) => kind === 'details');
    writes = [...anew(playlist, wanted), ...details];
    next = -1;
  }
  return wanted;
}

const anew = ({ plan, rows }: Playlist, wanted: readonly RowKey[]): readonly ItemWrite[] =>
  plan.way === 'rebuild' ? rebuild(wanted) : writesFor(rows, wanted);

/** Sends one write until it is known to have taken effect. Answers rows that Spotify refuses: with any, nothing was written. */
async function sendItems(playlist: Playlist, write: ItemWrite): Promise<readonly RowKey[]> {
  const before = playlist.rows;
  const after = applyWrite(before, write);
  for (let misses = 0; ; misses++) {
    const outcome = await trySend(playlist, write);
    if (outcome === 'done') {
      playlist.rows = after;
      return [];
    }
    const now = await playlist.readBack();
    if (sameRows(now, after)) return [];
    if (!sameRows(now, before))
      throw new Failure([problem('apply/changed-since-plan', { playlist: playlist.plan.name })]);
    if (misses === 0) continue;
    const dead = await deadIn(write, before, playlist);
    if (dead.length > 0) return dead;
    if (misses === 3) throw new Failure([outcome]);
  }
}

async function trySend(playlist: Playlist, write: ItemWrite): Promise<'done' | Problem> {
  try {
    await playlist.send((spotify) => spotify.write(playlist.known(), write));
    return 'done';
  } catch (error) {
    if (error instanceof Failure && error.problems[0].code === 'spotify/unknown-outcome') return error.problems[0];
    throw error;
  }
}

/** Details are wished, not owed: one that Spotify does not take is reported, and the rest goes on. */
async function change(playlist: Playlist, { details }: DetailsWrite): Promise<readonly Problem[]> {
  try {
    await playlist.send((spotify) => spotify.change(playlist.known(), details));
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [first] = error.problems;
    if (first.code !== 'spotify/bad-request' && first.code !== 'spotify/unknown-outcome') throw error;
    const field = Object.keys(details).join(', ');
    return [problem('apply/details-refused', { playlist: playlist.plan.name, field, message: messageOf(first) })];
  }
}
