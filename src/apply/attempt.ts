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
 * somebody else wrote, which ends the plan. Answers `done`, or why nothing was done; a write that Spotify refused, and that
 * was not done, says nothing of its rows and is sent again.
 */
export async function attempt(playlist: Playlist, write: ItemWrite, tries = 1): Promise<'done' | Problem> {
  const { rows: before, hasWritten } = playlist;
  const after = applyWrite(before, write);
  for (let refusals = 1; ; refusals++) {
    const lost = await trySend(playlist, write);
    if (lost === undefined) playlist.rows = after;
    else await playlist.readBack(settlingAfter(tries + refusals - 1));
    if (lost === undefined || sameRows(playlist.rows, after)) {
      playlist.own = playlist.rows;
      return 'done';
    }
    if (!sameRows(playlist.rows, before))
      throw new Failure([problem('apply/changed-since-plan', { playlist: playlist.plan.name })], { cause: lost });
    const refusal = refusalIn(lost);
    if (refusal === undefined) return lost.problems[0];
    // Refused and not done: nothing is left to find out.
    playlist.hasWritten = hasWritten;
    if (refusals === mostTries) throw refusal;
  }
}

/** The failure after which it is not known whether the write took effect; undefined when it did. */
async function trySend(playlist: Playlist, write: ItemWrite): Promise<Failure | undefined> {
  try {
    await playlist.send((spotify) => spotify.write(playlist.known(), write));
    return undefined;
  } catch (error) {
    if (error instanceof Failure && unknownOutcome(error) !== undefined) return error;
    throw error;
  }
}

export function unknownOutcome(error: unknown): Problem | undefined {
  if (!(error instanceof Failure)) return undefined;
  const [first] = error.problems;
  return first.code === 'spotify/unknown-outcome' ? first : undefined;
}

/** What Spotify refused a write with that may have taken effect all the same. */
export const refusalIn = ({ cause }: Failure): Failure | undefined => (cause instanceof Failure ? cause : undefined);
