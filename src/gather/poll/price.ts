import type { Bound } from './reserve.ts';
import type { Rhythm } from './rhythm.ts';
import { restlessness } from './worth.ts';

/** What is looked at in the long run: a rhythm, and what a look costs. */
type Looked = { readonly rhythm: Rhythm; readonly requests: number };

/**
 * The worth a request at which looks use up the budget and no more, if everyone is looked at whenever a look has become
 * worth so much, and at the end of the bound at the latest. Found by halving, the same number of times always.
 */
export function priceOf(all: readonly Looked[], budget: number, { nights }: Bound): number {
  const requestsANight = (price: number): number =>
    all.reduce((sum, { rhythm, requests }) => sum + requests / nightsUntil(price * requests, rhythm, nights), 0);
  const exponent = Array.from({ length: 50 }).reduce<{ low: number; high: number }>(
    ({ low, high }) => {
      const middle = (low + high) / 2;
      return requestsANight(10 ** middle) > budget ? { low: middle, high } : { low, high: middle };
    },
    { low: -9, high: 9 },
  );
  return 10 ** exponent.high;
}

/** After how many nights a look is worth that much, were all days alike. */
const nightsUntil = (worth: number, { perDay }: Rhythm, nights: number): number =>
  Math.min(nights, Math.max(1, (((1 + restlessness) * worth) / perDay) ** (1 / (1 + restlessness))));
