import type { PlaylistId } from '../domain/ids.ts';
import type { Outcome, PlaylistPlan } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { Requests } from '../domain/portfolio.ts';
import type { Clock, ReadSpotify, Say, WriteSpotify } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import type { Code, Problem } from '../problem/problem.ts';
import { problem } from '../problem/problem.ts';
import type { Announce } from './anew.ts';
import { createPlaylist } from './create.ts';
import { changeUnkept } from './details.ts';
import { Playlist } from './playlist.ts';
import { sameRows } from './same-rows.ts';
import { isShown } from './shown.ts';
import { isStop } from './stopped.ts';
import { writeAll } from './write-all.ts';

export type ToApply = {
  readonly plan: PlaylistPlan;
  readonly read: ReadSpotify;
  readonly write: WriteSpotify;
  readonly clock: Clock;
  readonly say: Say;
  readonly announce: Announce;
  /** What can be sent beyond the plan's price, as things stand: what nobody else needs. */
  readonly spare: () => Requests;
  /** Marks a playlist that this run creates until it has its description. */
  readonly nonce: string;
  /** The playlist that was created for this plan, as `createFor` did it; nothing but creation was written to it. */
  readonly created?: PlaylistId;
  /** Aborted: the request in flight ends, then nothing more is sent. */
  readonly signal?: AbortSignal;
};

/**
 * Carries out one playlist's plan: reads and compares before the first write, sends one write after the other, reads the
 * list whole after the last. Never throws for what Spotify or people do: the outcome says it.
 */
export async function applyPlan({ plan, nonce, signal, created, ...ports }: ToApply): Promise<Outcome> {
  const playlist = new Playlist(plan, { ...ports, ...(signal === undefined ? {} : { signal }) });
  const problems: Problem[] = [];
  let state: Outcome['state'] = 'applied';
  let confirmed = false;
  try {
    if (created !== undefined) playlist.begunAs(created);
    else if (plan.id === null) {
      const { id, problems: orphans } = await createPlaylist(plan, playlist, nonce);
      playlist.begunAs(id);
      problems.push(...orphans);
    } else await playlist.mustBeAsPlanned();
    const wanted = await writeAll(playlist, problems);
    const hasShown = await isShown(playlist, wanted);
    const found = sameRows(playlist.rows, wanted) ? undefined : difference(playlist, wanted);
    const isStuck = found?.code === 'apply/cannot-remove';
    if (!hasShown && !isStuck) throw new Failure([problem('apply/not-shown', { playlist: plan.name })]);
    problems.push(...(await changeUnkept(playlist, problems)));
    // A list of which nothing went may still show late what did.
    confirmed = hasShown;
    // Rows that no removal takes away are nobody's doing.
    if (found === undefined || isStuck) playlist.own = playlist.rows;
    if (found !== undefined) {
      problems.push(found);
      state = 'partly';
    }
  } catch (error) {
    if (!(error instanceof Failure) && !isStop(error, signal)) throw error;
    state = playlist.hasWritten ? 'partly' : 'not-applied';
    if (error instanceof Failure) problems.push(...error.problems);
  }
  if (problems.some(({ code }) => shortening.has(code))) state = 'partly';
  return {
    slug: plan.slug,
    account: plan.account,
    id: playlist.id,
    state,
    requests: playlist.requests,
    actual: playlist.actual,
    confirmed,
    own: playlist.own,
    problems,
  };
}

/** With these the list is not as its rule wants it, though it may stand as we left it. */
const shortening: ReadonlySet<Code> = new Set(['apply/dead-items', 'apply/search-unfinished', 'apply/cannot-remove']);

/** Creates the playlist of a plan and writes nothing else to it: its id can be kept before anything is lost. Never throws either. */
export async function createFor({ plan, nonce, signal, ...ports }: Omit<ToApply, 'created'>): Promise<Outcome> {
  const playlist = new Playlist(plan, { ...ports, ...(signal === undefined ? {} : { signal }) });
  const outcome = (state: Outcome['state'], id: PlaylistId | null, problems: readonly Problem[]): Outcome => ({
    slug: plan.slug,
    account: plan.account,
    id,
    state,
    requests: playlist.requests,
    actual: null,
    confirmed: false,
    own: id === null ? null : [],
    problems,
  });
  try {
    const { id, problems } = await createPlaylist(plan, playlist, nonce);
    return outcome('applied', id, problems);
  } catch (error) {
    if (!(error instanceof Failure) && !isStop(error, signal)) throw error;
    // It may be there: the next run looks for it before it makes another.
    return outcome(
      playlist.hasWritten ? 'partly' : 'not-applied',
      null,
      error instanceof Failure ? error.problems : [],
    );
  }
}

/** What the list has that it should not: rows that no removal takes away, or something else. */
function difference({ plan, rows }: Playlist, wanted: readonly RowKey[]): Problem {
  const removed = new Set(plan.writes.flatMap((write) => (write.kind === 'remove' ? write.uris : [])));
  const wantedKeys = new Set(wanted);
  const stuck = rows.filter((key) => removed.has(key) && !wantedKeys.has(key));
  const others = rows.filter((key) => !stuck.includes(key));
  return stuck.length > 0 && sameRows(others, wanted)
    ? problem('apply/cannot-remove', { playlist: plan.name, uris: stuck })
    : problem('apply/differs-after', { playlist: plan.name, expected: wanted.length, found: rows.length });
}
