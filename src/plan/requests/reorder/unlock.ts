import type { Draw } from './draws.ts';
import type { Effort } from './effort.ts';
import type { Cut, Cycle, Ring } from './ring.ts';
import { slot } from './slot.ts';
import { twoMove } from './two-moves.ts';

/** How many moves to try before taking the best of them, and how far to look behind each. */
const tries = 40;
const mostGains = 3;

/** A move that loses no odd cycle and after which as many moves as possible gain two, for a ring where none does now. */
export function unlock(ring: Ring, draw: Draw, effort: Effort): Cut | undefined {
  const cycles = ring.cycles();
  if (cycles.length === 0) return undefined;
  const atLeast = ring.movesAtLeast();
  let best: { readonly cut: Cut; readonly gains: number } | undefined;
  for (let attempt = 0; attempt < tries && effort.left > 0; attempt++) {
    const cut = attempt % 2 === 0 ? within(ring, cycles, draw) : across(ring, cycles, draw);
    const gains = gainsAfter(ring, cut, draw, effort);
    if (gains > (best?.gains ?? 0)) best = { cut, gains };
    if (gains === Math.min(mostGains, atLeast)) break;
  }
  return best?.cut;
}

/** Three edges of one cycle, which stays one. */
function within(ring: Ring, cycles: readonly Cycle[], draw: Draw): Cut {
  const cycle = cycles[draw(cycles.length)] ?? [];
  const first = draw(cycle.length);
  const second = 1 + draw(cycle.length - 2);
  const third = second + 1 + draw(cycle.length - 1 - second);
  const edge = (step: number): number => slot(cycle, (first + step) % cycle.length);
  return ring.turned([edge(0), edge(second), edge(third)]);
}

/** Two edges of one cycle and one of another. */
function across(ring: Ring, cycles: readonly Cycle[], draw: Draw): Cut {
  const cycle = cycles[draw(cycles.length)] ?? [];
  const other = cycles[draw(cycles.length)] ?? [];
  const [first, third] = [draw(cycle.length), slot(other, draw(other.length))];
  const second = first + 1 + draw(cycle.length - 1);
  const [a, b] = [slot(cycle, first), slot(cycle, second % cycle.length)];
  if (third === a || third === b) return within(ring, cycles, draw);
  return ring.turned([a, b, third]);
}

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
