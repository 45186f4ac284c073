import type { Draw } from './draws.ts';
import type { Effort } from './effort.ts';
import type { Cut, Cycle, Ring } from './ring.ts';
import { slot } from './slot.ts';
import { twoMove } from './two-moves.ts';

/** How many moves to try before taking the best of them, and how far to look behind each. */
const tries = 40;
const mostGains = 20;

/** A move that loses no odd cycle and after which as many moves as possible gain two, for a ring where none does now. */
export function unlock(ring: Ring, draw: Draw, effort: Effort): Cut | undefined {
  const cycles = ring.cycles();
  if (cycles.length === 0) return undefined;
  const atLeast = ring.movesAtLeast();
  let best: { readonly cut: Cut; readonly gains: number } | undefined;
  for (let attempt = 0; attempt < tries && effort.left > 0; attempt++) {
    const cut = kinds[attempt % kinds.length]?.(ring, cycles, draw);
    if (cut === undefined) continue;
    const gains = gainsAfter(ring, cut, draw, effort);
    if (gains > (best?.gains ?? 0)) best = { cut, gains };
    if (gains === Math.min(mostGains, atLeast)) break;
  }
  return best?.cut;
}

/** Two neighbours of a cycle and the edge farthest from them in the list, which is what untangles a reversed block. */
function opposite(ring: Ring, cycles: readonly Cycle[], draw: Draw): Cut | undefined {
  const cycle = (cycles[draw(cycles.length)] ?? []).toSorted((a, b) => slot(ring.place, a) - slot(ring.place, b));
  const at = draw(cycle.length);
  const first = slot(cycle, at);
  const second = slot(ring.next, first);
  const third = slot(cycle, (at + (cycle.length >> 1)) % cycle.length);
  return second === third ? undefined : ring.turned([first, second, third]);
}

/** Any three edges of one cycle. */
function within(ring: Ring, cycles: readonly Cycle[], draw: Draw): Cut {
  const cycle = cycles[draw(cycles.length)] ?? [];
  const first = draw(cycle.length);
  const second = 1 + draw(cycle.length - 2);
  const third = second + 1 + draw(cycle.length - 1 - second);
  const edge = (step: number): number => slot(cycle, (first + step) % cycle.length);
  return ring.turned([edge(0), edge(second), edge(third)]);
}

/** Two edges of one cycle and one of another. */
function across(ring: Ring, cycles: readonly Cycle[], draw: Draw): Cut | undefined {
  const cycle = cycles[draw(cycles.length)] ?? [];
  const other = cycles[draw(cycles.length)] ?? [];
  const [first, third] = [draw(cycle.length), slot(other, draw(other.length))];
  const second = first + 1 + draw(cycle.length - 1);
  const [a, b] = [slot(cycle, first), slot(cycle, second % cycle.length)];
  return third === a || third === b ? undefined : ring.turned([a, b, third]);
}

const kinds = [opposite, within, across];

/** How many moves in a row gain two odd cycles after this one; none if this one loses some. */
function gainsAfter(start: Ring, cut: Cut, draw: Draw, effort: Effort): number {
  const ring = start.copy();
  ring.exchange(cut);
  effort.left -= 2 * ring.size;
  if (ring.movesAtLeast() > start.movesAtLeast()) return 0;
  for (let gains = 0; gains < mostGains; gains++) {
    const gain = twoMove(ring, draw, effort);
    if (gain === undefined) return gains;
    ring.exchange(gain);
  }
  return mostGains;
}
