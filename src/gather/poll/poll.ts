import { priceOf } from './price.ts';
import { boundOf, fitting, reserved } from './reserve.ts';
import { rhythmOf, weekOf } from './rhythm.ts';
import type { Day, Seen, Watched } from './watched.ts';
import { worthOf } from './worth.ts';

export type Polling<One extends Watched = Watched> = {
  readonly watched: readonly One[];
  readonly tonight: Day;
  /** Requests a night. */
  readonly budget: number;
};

/**
 * Whom to look at tonight. The law, if every night is served and a look costs what the last one did:
 *
 * - never more requests than the budget;
 * - nobody waits longer for a look, be it the first or another one, than ⌊1.2 × ⌈artists / budget⌉⌋ nights, counted with
 *   the most artists that there were meanwhile. Where looks cost more than one request, the artists are the requests of
 *   looking at everybody once, and the budget is less by what the largest look costs beyond its first (`boundOf`).
 *   Artists who leave can make others wait longer for their first look, since the bound shrinks, and for no other.
 *
 * First come those whom the bound leaves no other night, then those never looked at, then those whose look is worth its
 * price tonight, the worthiest first, then the others in turn. Equals stand by their ids. Who costs more than a whole
 * night's budget is never looked at again. The same however `watched` is ordered.
 */
export function poll(polling: Polling): readonly Watched[] {
  const { watched, budget } = polling;
  const must = mustLook(polling);
  const taken = new Set(must);
  const never = watched.filter(({ looked }) => looked === null).sort(byId);
  const more = byWorth(polling).filter((one) => !taken.has(one));
  const left = budget - requestsOf(must);
  return [...must, ...fitting([...never, ...more], left, left)];
}

/** Those whom the bound leaves no other night. */
export const mustLook = <One extends Watched>({ watched, tonight, budget }: Polling<One>): readonly One[] =>
  reserved(inTurn(watched, tonight, budget), tonight, boundOf(watched, budget));

/** All who were looked at before tonight: the worthiest first whose look is worth its price, then the others in turn. */
export function byWorth<One extends Watched>({ watched, tonight, budget }: Polling<One>): readonly One[] {
  const looked = inTurn(watched, tonight, budget).map((one) => ({ one, ...one, rhythm: rhythmOf(one) }));
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

const requestsOf = (those: readonly Watched[]): number => those.reduce((sum, { requests }) => sum + requests, 0);
