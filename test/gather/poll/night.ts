import { mustLook, type Polling, worthLooking } from '../../../src/gather/poll/poll.ts';
import { fitting } from '../../../src/gather/poll/reserve.ts';
import type { Watched } from '../../../src/gather/poll/watched.ts';

/** Whom a night looks at, in its order, as the nightly run does: it reads those never looked at because rules lack them. */
export function poll(polling: Polling): readonly Watched[] {
  const { watched, budget } = polling;
  const must = mustLook(polling);
  const never = watched.filter(({ looked }) => looked === null).sort((one, other) => (one.id < other.id ? -1 : 1));
  const left = budget - requestsOf(must);
  const first = fitting(never, left, left);
  return [...must, ...first, ...worthLooking(polling, left - requestsOf(first))];
}

const requestsOf = (those: readonly Watched[]): number => those.reduce((sum, { requests }) => sum + requests, 0);
