import type { Effort } from './effort.ts';
import type { Cut, Ring } from './ring.ts';
import { slot } from './slot.ts';

/** A move that raises the number of odd cycles by two; undefined where there is none, or none found in time. */
export function twoMove(ring: Ring, draw: (limit: number) => number, effort: Effort): Cut | undefined {
  const quick = twoAtOnce(ring, draw, effort);
  if (quick !== undefined) return quick;
  const cycles = ring.cycles();
  const found = [...splits(ring, cycles, effort), ...pairs(ring, cycles, draw)];
  return found.length > 0 ? found[draw(found.length)] : wideSplit(ring, cycles, effort);
}

/** Cuts two edges in order out of a longer cycle: what stays together is most likely to go on like that. */
function twoAtOnce(ring: Ring, draw: (limit: number) => number, effort: Effort): Cut | undefined {
  const { size, next } = ring;
  const from = draw(size);
  for (let step = 0; step < size; step++) {
    const first = (from + step) % size;
    const second = slot(next, first);
    if (second === first) continue;
    const third = slot(next, second);
    if (third === first || !ring.inTurn(first, second, third)) continue;
    effort.left -= step;
    return [first, second, third];
  }
  effort.left -= size;
  return undefined;
}

/** Cuts one edge in order out of a cycle, and what is left of it into two, so that no even cycle is left of an odd one. */
function splits(ring: Ring, cycles: readonly (readonly number[])[], effort: Effort): Cut[] {
  const found: Cut[] = [];
  for (const cycle of cycles) {
    const stride = 1 + (cycle.length % 2);
    for (let from = 0; from < cycle.length && effort.left > 0; from++) {
      const [first, second] = [slot(cycle, from), slot(cycle, (from + 1) % cycle.length)];
      for (let step = 2; step < cycle.length; step += stride) {
        const third = slot(cycle, (from + step) % cycle.length);
        if (ring.inTurn(first, second, third)) found.push([first, second, third]);
      }
      effort.left -= cycle.length;
    }
  }
  return found;
}

/** Makes two odd cycles of two even ones: any edge of the one with any two neighbours of the other. */
function pairs(ring: Ring, cycles: readonly (readonly number[])[], draw: (limit: number) => number): Cut[] {
  const even = cycles.filter(({ length }) => length % 2 === 0);
  if (even.length < 2) return [];
  return even.flatMap((cycle, index) => {
    const others = even.filter((_, other) => other !== index);
    return cycle.map((edge, at): Cut => {
      const other = others[draw(others.length)] ?? [];
      return ring.turned([edge, slot(cycle, (at + 1) % cycle.length), slot(other, draw(other.length))]);
    });
  });
}

/** Any other cut of an odd cycle into three odd ones. */
function wideSplit(ring: Ring, cycles: readonly (readonly number[])[], effort: Effort): Cut | undefined {
  for (const cycle of cycles) {
    for (let first = 0; first < cycle.length; first++) {
      for (let second = first + 3; second < cycle.length && effort.left > 0; second += 2) {
        effort.left -= cycle.length - second;
        for (let third = second + 3; third < cycle.length; third += 2) {
          const cut: Cut = [slot(cycle, first), slot(cycle, second), slot(cycle, third)];
          if (ring.inTurn(...cut)) return cut;
        }
      }
    }
  }
  return undefined;
}
