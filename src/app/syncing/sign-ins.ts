import type { AccountName } from '../../domain/ids.ts';
import type { Instant } from '../../domain/playlist.ts';
import { endOfSignIn } from '../../domain/sign-in.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { Accounts } from '../ports.ts';

const dayMs = 86_400_000;
const warnDays = 30;
const soonDays = 7;

/** What there is to say of a sign-in that Spotify ends within a month, or should have ended; undefined before that. */
export function endingOf(account: AccountName, since: Instant, nowMs: number): Problem | undefined {
  const end = endOfSignIn(since);
  const leftMs = Date.parse(end) - nowMs;
  if (leftMs > warnDays * dayMs) return undefined;
  const left = leftMs <= 0 ? 'nothing' : leftMs <= soonDays * dayMs ? 'a week' : 'a month';
  return problem('spotify/sign-in-ends', { account, on: end.slice(0, 10), left });
}

/** The same of accounts that were used tonight; a sign-in that is over says so itself. */
export const endingSoon = (accounts: Accounts, nowMs: number): readonly Problem[] =>
  [...accounts].flatMap(([account, { authorizedAt }]) => {
    const since = authorizedAt();
    return (since === undefined ? undefined : endingOf(account, since, nowMs)) ?? [];
  });
