import { Ring } from './reorder/ring.ts';
import { slot } from './reorder/slot.ts';
import { type Line, type Strips, strips } from './reorder/strips.ts';

/** Where to add rows to a line, and in which order. */
export type Placement = { readonly position: number; readonly targets: readonly number[] };

/** Steps for weighing gaps. */
const mostSteps = 400_000;

/** How many of the best gaps to hand on: fewer where a line is so long that the search for its moves takes a while. */
const mostGaps = (strips: number): number => Math.max(1, Math.min(4, Math.floor(4000 / strips)));

/**
 * Where rows can be added together, best first by the moves that are then needed at least. The last one is the plain
 * way: in final order, right where the first of them belongs.
 */
export function placements(line: Line, adding: readonly number[]): readonly [Placement, ...Placement[]] {
  const cutUp = strips(line, adding);
  const { order, runs } = cutUp;
  const next = ringOf(cutUp);
  const paths = pathsOf(cutUp, next);
  const gaps = Math.max(1, Math.min(order.length, Math.floor(mostSteps / (order.length + runs.size))));
  const weighed = Array.from({ length: gaps }, (_, index) => {
    const gap = Math.floor((index * order.length) / gaps) + 1;
    const sequence = weave(cutUp, next, paths, gap);
    return { gap, sequence, moves: new Ring(order.toSpliced(gap, 0, ...sequence)).movesAtLeast() };
  });
  const [best, ...others] = weighed.sort((a, b) => a.moves - b.moves).slice(0, mostGaps(order.length));
  const last = placed(cutUp, plain(cutUp));
  return best === undefined ? [last] : [placed(cutUp, best), ...others.map((other) => placed(cutUp, other)), last];
}

type Woven = { readonly gap: number; readonly sequence: readonly number[] };

function placed({ order, lengths, runs }: Strips, { gap, sequence }: Woven): Placement {
  const position = order.slice(0, gap).reduce((rows, strip) => rows + slot(lengths, strip), 0);
  return { position, targets: sequence.flatMap((run) => runs.get(run) ?? []) };
}

function plain({ order, runs }: Strips): Woven {
  const sequence = [...runs.keys()].sort((a, b) => a - b);
  const first = sequence[0] ?? 0;
  return { gap: order.indexOf(first - 1) + 1, sequence };
}

/** The cycle graph of what stands already: by edge the next one; 0 for edges of runs, which do not stand yet. */
function ringOf({ order, lengths }: Strips): Int32Array {
  const next = new Int32Array(lengths.length);
  order.forEach((strip, index) => {
    next[order[index + 1] ?? 0] = (strip + 1) % lengths.length;
  });
  return next;
}

/** A way through the cycle graph from the edge that belongs behind a run or gap to the next edge that is open. */
type Path = { readonly end: number; readonly length: number };

function walk(start: number, next: Int32Array, isOpen: (edge: number) => boolean): Path {
  let [end, length] = [start, 1];
  while (!isOpen(end)) {
    end = slot(next, end);
    length++;
  }
  return { end, length };
}

const pathsOf = ({ lengths, runs }: Strips, next: Int32Array): ReadonlyMap<number, Path> =>
  new Map([...runs.keys()].map((run) => [run, walk((run + 1) % lengths.length, next, (edge) => runs.has(edge))]));

/**
 * The runs in an order that closes as many cycles as possible when all are added in one gap: each run is followed by
 * the run to which its path leads, until a path comes back to the gap; rings of runs that are left are spliced in.
 */
function weave(
  { order, lengths, runs }: Strips,
  next: Int32Array,
  paths: ReadonlyMap<number, Path>,
  gap: number,
): number[] {
  const below = order[gap] ?? 0;
  const above = order[gap - 1] ?? 0;
  const isOpen = (edge: number): boolean => edge === below || runs.has(edge);
  const sequence: number[] = [];
  const closed: number[] = [];
  for (let before = above; ; before = sequence.at(-1) ?? 0) {
    const path = walk((before + 1) % lengths.length, next, isOpen);
    closed.push(path.length);
    if (path.end === below) break;
    sequence.push(path.end);
  }
  const woven = new Set(sequence);
  for (const run of runs.keys()) {
    if (woven.has(run)) continue;
    const ring = ringFrom(run, paths);
    for (const one of ring) woven.add(one);
    splice(sequence, closed, ring, paths);
  }
  return sequence;
}

function ringFrom(run: number, paths: ReadonlyMap<number, Path>): readonly number[] {
  const ring = [run];
  for (let one = paths.get(run)?.end ?? run; one !== run; one = paths.get(one)?.end ?? run) ring.push(one);
  return ring;
}

/** Puts a ring of runs where it costs the fewest odd cycles: its last path becomes one with the path it interrupts. */
function splice(sequence: number[], closed: number[], ring: readonly number[], paths: ReadonlyMap<number, Path>): void {
  const lengthOf = (run: number): number => paths.get(run)?.length ?? 1;
  const even = ring.findIndex((run) => lengthOf(run) % 2 === 0);
  const turned = [...ring.slice(even + 1), ...ring.slice(0, even + 1)];
  const last = lengthOf(turned.at(-1) ?? 0);
  const evenAt = closed.findIndex((length) => length % 2 === 0);
  const at = even < 0 && evenAt >= 0 ? evenAt : closed.length - 1;
  const merged = slot(closed, at) + last;
  sequence.splice(at, 0, ...turned);
  closed.splice(at, 1, merged, ...turned.slice(0, -1).map(lengthOf), merged);
}
