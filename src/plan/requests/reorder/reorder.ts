import { descend } from './descend.ts';
import type { Effort } from './effort.ts';
import { type Move, movesFor } from './move.ts';
import { displaced, plainMoves, stay } from './plain.ts';
import { type Cut, Ring } from './ring.ts';
import { type Line, strips } from './strips.ts';

/** Steps for one way through the ring, which is enough for a list as long as Spotify allows. */
const stepsOfOneWay = 80_000_000;

/** Steps for further ways, and how many there are at most, as long as none has reached the lower bound. */
const stepsOfAllWays = 1_000_000;
const mostWays = 40;

/** Moves that bring a line into order: as few as a bounded search finds, never more than the plain way takes. */
export function reorder(line: Line): readonly Move[] {
  const cutUp = strips(line);
  const staying = stay(cutUp);
  const cuts = search(new Ring(cutUp.order), cutUp.order.length - staying.size);
  return cuts === undefined ? plainMoves(cutUp, staying, displaced(cutUp, staying)) : movesFor(cutUp, cuts);
}

/** The shortest way found through the ring that is shorter than `plain`. */
function search(ring: Ring, plain: number): readonly Cut[] | undefined {
  const atLeast = ring.movesAtLeast();
  const effort: Effort = { left: stepsOfAllWays };
  let best: readonly Cut[] | undefined;
  const ways = Math.min(mostWays, 2 * ring.size);
  for (let way = 0; way < ways && (best?.length ?? plain) > atLeast; way++) {
    const found = descend(ring, way, way === 0 ? { left: stepsOfOneWay } : effort);
    if (found.length < (best?.length ?? plain)) best = found;
    if (effort.left <= 0) break;
  }
  return best;
}
