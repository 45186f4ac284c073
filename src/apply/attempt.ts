import { applyWrite, type ItemWrite } from '../domain/write.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Playlist } from './playlist.ts';
import { sameRows } from './same-rows.ts';

/** How often a write is sent that is read back as not done. */
export const mostTries = 6;

/** How long after a write the list may still show the state before, in milliseconds (`spotify-api.md` 4.13: 0.6 s seen). */
const settlingMs = 2_000;

/** Longer each time: what goes wrong again and again needs time to pass. */
export const settlingAfter = (tries: number): number => settlingMs * 2 ** Math.min(tries - 1, 4);

/**
 * Sends one write. When it is not known whether it took effect, the list is read back: it stands as before, as after, or
 * somebody else wrote, which ends the plan. Answers `done`, or why nothing was done.
 */
export async function attempt(playlist: Playlist, write: ItemWrite, tries = 1): Promise<'done' | Problem> {
  const before = playlist.rows;
  const after = applyWrite(before, write);
  try {
    await playlist.send((spotify) => spotify.write(playlist.known(), write));
    playlist.rows = after;
    playlist.own = after;
    return 'done';
  } catch (error) {
    const unknown = unknownOutcome(error);
    if (unknown === undefined) throw error;
    const now = await playlist.readBack(settlingAfter(tries));
    if (sameRows(now, after)) {
      playlist.own = now;
      return 'done';
    }
    if (sameRows(now, before)) return unknown;
    throw new Failure([problem('apply/changed-since-plan', { playlist: playlist.plan.name })], { cause: error });
  }
}

export function unknownOutcome(error: unknown): Problem | undefined {
  if (!(error instanceof Failure)) return undefined;
  const [first] = error.problems;
  return first.code === 'spotify/unknown-outcome' ? first : undefined;
}
