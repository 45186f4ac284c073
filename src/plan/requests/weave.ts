import { slot } from './reorder/slot.ts';
import type { Strips } from './reorder/strips.ts';

/** A way through the cycle graph, from what belongs behind a strip or run to the next edge that is still open. */
type Path = { readonly end: number; readonly length: number };

/** Runs in one gap, and how long the cycle is that closes above each of them and below the last. */
type Woven = { readonly runs: number[]; readonly closed: number[] };

/**
 * By gap, the runs in an order that closes many cycles when all are added there: each is followed by the run to which
 * its path leads, until a path comes back to the gap; what is left forms rings of runs, which are spliced in.
 */
export function weaver(cutUp: Strips): (gap: number) => readonly number[] {
  const next = nextOf(cutUp);
  const isRun = (edge: number): boolean => cutUp.runs.has(edge);
  const behind = (strip: number, isOpen: (edge: number) => boolean): Path =>
    walk((strip + 1) % next.length, next, isOpen);
  const paths = new Map([...cutUp.runs.keys()].map((run) => [run, behind(run, isRun)]));
  return (gap) => {
    const below = cutUp.order[gap] ?? 0;
    const woven = thread(cutUp.order[gap - 1] ?? 0, below, (strip) =>
      behind(strip, (edge) => edge === below || isRun(edge)),
    );
    const left = new Set(cutUp.runs.keys()).difference(new Set(woven.runs));
    for (const run of left) {
      const ring = ringOf(run, paths);
      for (const one of ring) left.delete(one);
      splice(woven, ring, paths);
    }
    return woven.runs;
  };
}

/** The cycle graph of what stands already: by edge the next one, unset for the edges of runs. */
function nextOf({ order, lengths }: Strips): Int32Array {
  const next = new Int32Array(lengths.length);
  order.forEach((strip, index) => {
    next[order[index + 1] ?? 0] = (strip + 1) % next.length;
  });
  return next;
}

function walk(start: number, next: Int32Array, isOpen: (edge: number) => boolean): Path {
  let [end, length] = [start, 1];
  while (!isOpen(end)) {
    end = slot(next, end);
    length++;
  }
  return { end, length };
}

/** From the strip above a gap from run to run until a path leads to the strip below it. */
function thread(above: number, below: number, behind: (strip: number) => Path): Woven {
  const woven: Woven = { runs: [], closed: [] };
  for (let path = behind(above); ; path = behind(path.end)) {
    woven.closed.push(path.length);
    if (path.end === below) return woven;
    woven.runs.push(path.end);
  }
}

/** Runs whose paths lead from one to the next and back to the first. */
function ringOf(run: number, paths: ReadonlyMap<number, Path>): readonly number[] {
  const ring = [run];
  for (let one = paths.get(run)?.end ?? run; one !== run; one = paths.get(one)?.end ?? run) ring.push(one);
  return ring;
}

/** Puts a ring where it costs the fewest odd cycles: the path of its last run becomes one with the path it interrupts. */
function splice({ runs, closed }: Woven, ring: readonly number[], paths: ReadonlyMap<number, Path>): void {
  const lengths = ring.map((run) => paths.get(run)?.length ?? 1);
  const isEven = (length: number): boolean => length % 2 === 0;
  const last = lengths.findIndex(isEven);
  const even = closed.findIndex(isEven);
  const at = last < 0 && even >= 0 ? even : closed.length - 1;
  const merged = slot(closed, at) + (lengths.at(last) ?? 0);
  runs.splice(at, 0, ...turned(ring, last));
  closed.splice(at, 1, merged, ...turned(lengths, last).slice(0, -1), merged);
}

/** The same ring, turned so that this place comes last. */
const turned = <T>(ring: readonly T[], last: number): readonly T[] => [
  ...ring.slice(last + 1),
  ...ring.slice(0, last + 1),
];
