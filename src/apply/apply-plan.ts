import type { Outcome, PlaylistPlan } from '../domain/plan.ts';
import type { Clock, ReadSpotify, Say, WriteSpotify } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import type { Problem } from '../problem/problem.ts';
import { problem } from '../problem/problem.ts';
import { settlingAfter } from './attempt.ts';
import { createPlaylist } from './create.ts';
import { changeUnkept } from './details.ts';
import { Playlist } from './playlist.ts';
import { sameRows } from './same-rows.ts';
import { isStop } from './stopped.ts';
import { writeAll } from './write-all.ts';

export type ToApply = {
  readonly plan: PlaylistPlan;
  readonly read: ReadSpotify;
  readonly write: WriteSpotify;
  readonly clock: Clock;
  readonly say: Say;
  /** Marks a playlist that this run creates until it has its description. */
  readonly nonce: string;
  /** Aborted: the request in flight ends, then nothing more is sent. */
  readonly signal?: AbortSignal;
};

/**
 * Carries out one playlist's plan: reads and compares before the first write, sends one write after the other, reads the
 * list whole after the last. Never throws for what Spotify or people do: the outcome says it.
 */
export async function applyPlan({ plan, read, write, clock, say, nonce, signal }: ToApply): Promise<Outcome> {
  const playlist = new Playlist(plan, { read, write, clock, say, ...(signal === undefined ? {} : { signal }) });
  const problems: Problem[] = [];
  let state: Outcome['state'] = 'applied';
  try {
    if (plan.id === null) {
      const created = await createPlaylist(plan, playlist, nonce);
      playlist.id = created.id;
      problems.push(...created.problems);
    } else await playlist.mustBeAsPlanned();
    const wanted = await writeAll(playlist, problems);
    await playlist.readWhole();
    // What was just written may take a moment to show.
    if (!sameRows(playlist.rows, wanted)) await playlist.readBack(settlingAfter(1));
    problems.push(...(await changeUnkept(playlist, problems)));
    if (!sameRows(playlist.rows, wanted)) {
      const found = playlist.rows.length;
      problems.push(problem('apply/differs-after', { playlist: plan.name, expected: wanted.length, found }));
      state = 'partly';
    }
  } catch (error) {
    if (!(error instanceof Failure) && !isStop(error, signal)) throw error;
    state = playlist.hasWritten ? 'partly' : 'not-applied';
    if (error instanceof Failure) problems.push(...error.problems);
  }
  if (problems.some(({ code }) => code === 'apply/dead-items')) state = 'partly';
  return {
    slug: plan.slug,
    account: plan.account,
    id: playlist.id,
    state,
    requests: playlist.requests,
    actual: playlist.actual,
    problems,
  };
}
