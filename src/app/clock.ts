import type { RunLine } from '../domain/records/run.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Accounts } from './ports.ts';
import { instantOf } from './syncing/run.ts';

/** A clock that is off by less is nobody's concern, in milliseconds. */
const toleranceMs = 10 * 60_000;

/** By how much a clock is off that is so much ahead of Spotify's, or behind it where that is negative. */
function skewBy(aheadMs: number) {
  if (Math.abs(aheadMs) <= toleranceMs) return undefined;
  const direction = aheadMs > 0 ? ('ahead' as const) : ('behind' as const);
  return { minutes: Math.round(Math.abs(aheadMs) / 60_000), direction };
}

/** What there is to say of that. */
export function skewOf(aheadMs: number): Problem | undefined {
  const skew = skewBy(aheadMs);
  return skew && problem('sign-in/clock', skew);
}

/** The same of a run, once, by what Spotify told whichever of the accounts. */
export const skewIn = (accounts: Accounts): readonly Problem[] =>
  [...accounts.values()].flatMap(({ aheadMs }) => skewOf(aheadMs() ?? 0) ?? []).slice(0, 1);

/** Throws a `Failure` where a run would commit nights and counts by a clock that is off: the next ones could not trust them. */
export function mustKeepTime(accounts: Accounts): void {
  const [skew] = [...accounts.values()].flatMap(({ aheadMs }) => skewBy(aheadMs() ?? 0) ?? []);
  if (skew !== undefined) throw new Failure([problem('machine/clock-off', skew)]);
}

/** When the last of these runs ended, or began where it was cut off; undefined where none is recorded. */
export const lastRunAt = (runs: readonly RunLine[]): string | undefined =>
  runs
    .map((line) => (line.event === 'end' ? line.ended : line.at))
    .sort()
    .at(-1);

/** What there is to say of a clock that is behind the last of these runs. */
export function clockBehind(runs: readonly RunLine[], nowMs: number): Problem | undefined {
  const ended = lastRunAt(runs);
  return ended === undefined || Date.parse(ended) - nowMs <= toleranceMs
    ? undefined
    : problem('machine/clock-behind', { now: instantOf(nowMs), ended });
}
