import { endOfSignIn } from '../../domain/sign-in.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { Accounts } from '../ports.ts';

const dayMs = 86_400_000;
const warnDays = 30;
const soonDays = 7;

/** Sign-ins that Spotify ends within a month, of accounts that were used tonight; one that is over says so itself. */
export const endingSoon = (accounts: Accounts, nowMs: number): readonly Problem[] =>
  [...accounts].flatMap(([account, { authorizedAt }]) => {
    const since = authorizedAt();
    if (since === undefined) return [];
    const end = endOfSignIn(since);
    const leftMs = Date.parse(end) - nowMs;
    if (leftMs > warnDays * dayMs) return [];
    return problem('spotify/sign-in-ends', { account, on: end.slice(0, 10), isSoon: leftMs <= soonDays * dayMs });
  });
