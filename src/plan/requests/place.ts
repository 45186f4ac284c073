import { Ring } from './reorder/ring.ts';
import { slot } from './reorder/slot.ts';
import { type Line, type Strips, strips } from './reorder/strips.ts';
import { weaver } from './weave.ts';

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
  const { order } = cutUp;
  const weave = weaver(cutUp);
  const weighed = gapsOf(cutUp).map((gap) => {
    const runs = weave(gap);
    return { gap, runs, moves: new Ring(order.toSpliced(gap, 0, ...runs)).movesAtLeast() };
  });
  const best = weighed.sort((a, b) => a.moves - b.moves).slice(0, mostGaps(order.length));
  const [first, ...others] = [...best, plain(cutUp)].map((woven) => placed(cutUp, woven));
  return [first as Placement, ...others]; // `plain` is always there
}

/** Places in the order of the strips, all or evenly spread. */
function gapsOf({ order, runs }: Strips): readonly number[] {
  const count = Math.max(1, Math.min(order.length, Math.floor(mostSteps / (order.length + runs.size))));
  return Array.from({ length: count }, (_, index) => Math.floor((index * order.length) / count) + 1);
}

/** All runs in one gap. */
type Woven = { readonly gap: number; readonly runs: readonly number[] };

function plain({ order, runs }: Strips): Woven {
  const inOrder = [...runs.keys()].sort((a, b) => a - b);
  return { gap: order.indexOf((inOrder[0] ?? 1) - 1) + 1, runs: inOrder };
}

function placed(cutUp: Strips, { gap, runs }: Woven): Placement {
  const position = cutUp.order.slice(0, gap).reduce((rows, strip) => rows + slot(cutUp.lengths, strip), 0);
  return { position, targets: runs.flatMap((run) => cutUp.runs.get(run) ?? []) };
}
