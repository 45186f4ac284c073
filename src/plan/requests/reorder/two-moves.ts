import type { Draw } from './draws.ts';
import type { Effort } from './effort.ts';
import type { Cut, Cycle, Ring } from './ring.ts';
import { slot } from './slot.ts';

/** A move that raises the number of odd cycles by two; undefined where there is none, or none found in time. */
export function twoMove(ring: Ring, draw: Draw, effort: Effort): Cut | undefined {
  const quick = endCut(ring, draw, effort);
  if (quick !== undefined) return quick;
  const cycles = ring.cycles();
  effort.left -= ring.size;
  return split(ring, cycles, draw, effort) ?? pair(ring, cycles, draw);
}

/** Cuts two edges in order out of a longer cycle: what stays together is most likely to go on like that. */
function endCut(ring: Ring, draw: Draw, effort: Effort): Cut | undefined {
  const start = draw(ring.size);
  for (let step = 0; step < ring.size; step++) {
    const first = (start + step) % ring.size;
    const second = slot(ring.next, first);
    const third = slot(ring.next, second);
    if (second === first || third === first || !ring.inTurn(first, second, third)) continue;
    effort.left -= step;
    return [first, second, third];
  }
  effort.left -= ring.size;
  return undefined;
}

/** How many edges to look at for a split: in the long cycles of large lists there are far too many. */
const mostEdges = 1_000_000;

/** Cuts one edge in order out of a cycle, and what is left of it into two, so that an odd cycle leaves no even ones. */
function split(ring: Ring, cycles: readonly Cycle[], draw: Draw, effort: Effort): Cut | undefined {
  const start = draw(Math.max(1, cycles.length));
  const end = effort.left - mostEdges;
  for (const cycle of [...cycles.slice(start), ...cycles.slice(0, start)]) {
    const from = draw(cycle.length);
    for (let step = 0; step < cycle.length && effort.left > Math.max(0, end); step++) {
      effort.left -= cycle.length;
      const cut = splitAt(ring, cycle, (from + step) % cycle.length);
      if (cut !== undefined) return cut;
    }
  }
  return undefined;
}

function splitAt(ring: Ring, cycle: Cycle, from: number): Cut | undefined {
  const [first, second] = [slot(cycle, from), slot(cycle, (from + 1) % cycle.length)];
  for (let step = 2; step < cycle.length; step += 1 + (cycle.length % 2)) {
    const third = slot(cycle, (from + step) % cycle.length);
    if (ring.inTurn(first, second, third)) return [first, second, third];
  }
  return undefined;
}

/** Makes two odd cycles of two even ones: any edge of the one with any two neighbours of the other. */
function pair(ring: Ring, cycles: readonly Cycle[], draw: Draw): Cut | undefined {
  const even = cycles.filter(({ length }) => length % 2 === 0);
  if (even.length < 2) return undefined;
  const one = draw(even.length);
  const [cycle = [], other = []] = [even[one], even[(one + 1 + draw(even.length - 1)) % even.length]];
  const from = draw(cycle.length);
  return ring.turned([slot(cycle, from), slot(cycle, (from + 1) % cycle.length), slot(other, draw(other.length))]);
}
