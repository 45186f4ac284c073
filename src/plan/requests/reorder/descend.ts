import { draws } from './draws.ts';
import type { Effort } from './effort.ts';
import type { Cut, Ring } from './ring.ts';
import { twoMove } from './two-moves.ts';
import { unlock } from './unlock.ts';

/** Sorts the ring move by move as its cycle graph suggests; the seed settles ties. Undefined if the effort does not last. */
export function descend(start: Ring, seed: number, effort: Effort): readonly Cut[] | undefined {
  const [ring, draw] = [start.copy(), draws(seed)];
  const cuts: Cut[] = [];
  let missing = ring.movesAtLeast();
  while (missing > 0 && effort.left > 0) {
    const better = twoMove(ring, draw, effort);
    const cut = better ?? unlock(ring, draw, effort);
    if (cut === undefined) return undefined;
    ring.exchange(cut);
    effort.left -= ring.size;
    cuts.push(cut);
    if (better !== undefined) missing--;
  }
  return missing === 0 ? cuts : undefined;
}
