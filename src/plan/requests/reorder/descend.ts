import { type Draw, draws } from './draws.ts';
import type { Effort } from './effort.ts';
import { longestIncreasing } from './increasing.ts';
import type { Cut, Ring } from './ring.ts';
import { slot } from './slot.ts';
import { twoMove } from './two-moves.ts';
import { unlock } from './unlock.ts';

/**
 * Sorts the ring as its cycle graph suggests: always a move that gains two odd cycles where one is found, else one that
 * makes such moves possible; the plain way from where neither is found in time. The seed settles ties.
 */
export function descend(start: Ring, seed: number, effort: Effort): readonly Cut[] {
  const ring = start.copy();
  const draw = draws(seed);
  const cuts: Cut[] = [];
  for (let cut = next(ring, draw, effort); cut !== undefined; cut = next(ring, draw, effort)) {
    ring.exchange(cut);
    cuts.push(cut);
  }
  return [...cuts, ...plainCuts(ring)];
}

function next(ring: Ring, draw: Draw, effort: Effort): Cut | undefined {
  effort.left -= ring.size;
  return effort.left > 0 ? (twoMove(ring, draw, effort) ?? unlock(ring, draw, effort)) : undefined;
}

/** Sorts the ring strip by strip around a longest increasing sequence. */
function plainCuts(ring: Ring): readonly Cut[] {
  const staying = new Set(longestIncreasing(ring.order).map((place) => slot(ring.order, place)));
  const cuts: Cut[] = [];
  for (let strip = 1; strip < ring.size; strip++) {
    const target = ring.after(strip - 1);
    if (staying.has(strip) || target === strip) continue;
    const cut = ring.turned([strip, ring.after(strip), target]);
    ring.exchange(cut);
    cuts.push(cut);
  }
  return cuts;
}
