import { priceOf } from './price.ts';
import { boundOf, fitting, reserved } from './reserve.ts';
import { rhythmOf, weekOf } from './rhythm.ts';
import { costOf, type Day, type Seen, type Watched } from './watched.ts';
import { worthOf } from './worth.ts';

export type Polling<One extends Watched = Watched> = {
  readonly watched: readonly One[];
  readonly tonight: Day;
  /** Requests a night. */
  readonly budget: number;
};

/**
 * Those whom the bound leaves no other night. The law, if every night is served, a look costs what the last one did, and
 * a night looks at these first, then at those never looked at, then at `worthLooking`:
 *
 * - never more requests than the budget;
 * - nobody waits longer for a look, be it the first or another one, than ⌊1.2 × ⌈artists / budget⌉⌋ nights, counted with
 *   the most artists that there were meanwhile. Where looks cost more than one request, the artists are the requests of
 *   looking at everybody once, and the budget is less by what a night may end with (`boundOf`).
 *   Artists who leave can make others wait longer for their first look, since the bound shrinks, and for no other; and
 *   a first look that takes more than most waits for a night with so much left.
 *
 * Equals stand by their ids. Who costs more than a whole night's budget is never looked at again. The same however
 * `watched` is ordered.
 */
export const mustLook = <One extends Watched>({ watched, tonight, budget }: Polling<One>): readonly One[] =>
  reserved(inTurn(watched, tonight, budget), { tonight, budget }, boundOf(watched, budget));

/** Whom else to look at with so many requests left: the worthiest first whose look is worth its price, then the others in turn. */
export function worthLooking<One extends Watched>(polling: Polling<One>, left: number): readonly One[] {
  const must = new Set(mustLook(polling));
  return fitting(
    byWorth(polling).filter((one) => !must.has(one)),
    left,
    left,
    costOf,
  );
}

function byWorth<One extends Watched>({ watched, tonight, budget }: Polling<One>): readonly One[] {
  const looked = inTurn(watched, tonight, budget).map((one) => ({
    one,
    ...one,
    requests: costOf(one),
    rhythm: rhythmOf(one),
  }));
  const price = priceOf(looked, budget, boundOf(watched, budget));
  const week = weekOf(watched);
  const judged = looked.map(({ one, looked, requests, rhythm }) => ({
    one,
    worth: worthOf(rhythm, week, looked, tonight) / requests,
  }));
  // Sorting keeps the turn of equals.
  const worthy = judged.filter(({ worth }) => worth >= price).sort((one, other) => other.worth - one.worth);
  return [...worthy, ...judged.filter(({ worth }) => worth < price)].map(({ one }) => one);
}

/** Those looked at before, longest ago first. */
const inTurn = <One extends Watched>(watched: readonly One[], tonight: Day, budget: number): readonly (One & Seen)[] =>
  watched
    .filter((one): one is One & Seen => one.looked !== null && one.looked < tonight && one.requests <= budget)
    .sort((one, other) => one.looked - other.looked || byId(one, other));

const byId = (one: Watched, other: Watched): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
