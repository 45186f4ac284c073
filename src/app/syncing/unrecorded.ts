import type { Outcome } from '../../domain/plan.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';

/** Waits for a commit; where it fails, what was sent to Spotify before it is told too. */
export async function orUnrecorded<T>(commit: Promise<T>, outcomes: readonly Outcome[]): Promise<T> {
  const sent = outcomes.filter(({ requests }) => requests > 0);
  try {
    return await commit;
  } catch (error) {
    if (!(error instanceof Failure) || sent.length === 0) throw error;
    const requests = sent.reduce((sum, one) => sum + one.requests, 0);
    const [first, ...others] = error.problems;
    const told = problem('machine/unrecorded', { requests, rules: sent.map(({ slug }) => slug) });
    throw new Failure([first, ...others, told], { cause: error });
  }
}
