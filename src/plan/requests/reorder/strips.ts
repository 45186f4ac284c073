/** A row that is about to be removed: in a line of targets it stands for no place in the end. */
export const leaving = -1;

/** The rows as they stand, each as its index in the list to reach, or `leaving`. */
export type Line = readonly number[];

/** Rows that stand together now and in the end; each strip is named by its rank in the end. */
export type Strips = {
  /** The strips as they stand; first the rim (0), which is what is right at the top and at the bottom. */
  readonly order: readonly number[];
  /** By name: how many rows, with those that leave behind them; of the rim only what stands at the top. */
  readonly lengths: readonly number[];
  /** By name: rows that are yet to be added and stand together in the end. */
  readonly runs: ReadonlyMap<number, readonly number[]>;
};

/** The rows of a strip, named by the rank of its first one; -1 is the top. */
type Block = { readonly rank: number; length: number };

/** Cuts a line where neighbours are none in the end; leaving rows stick to what is above them. */
export function strips(line: Line, adding: readonly number[] = []): Strips {
  const rankOf = ranks(line, adding);
  const blocks = standing(line, rankOf);
  const runs = Map.groupBy(adding, runStart(rankOf));
  const starts = [...blocks.slice(1).map(({ rank }) => rank), ...runs.keys()].sort((a, b) => a - b);
  const names = new Map([[-1, 0], ...starts.map((rank, index) => [rank, index + 1] as const)]);
  const nameOf = (rank: number): number => names.get(rank) ?? 0;
  const lengths = new Array<number>(names.size).fill(0);
  for (const { rank, length } of blocks) lengths[nameOf(rank)] = length;
  return {
    order: blocks.map(({ rank }) => nameOf(rank)),
    lengths,
    runs: new Map([...runs].map(([rank, targets]) => [nameOf(rank), targets])),
  };
}

/** By target: how many of the targets that take part come before it. */
function ranks(line: Line, adding: readonly number[]): Int32Array {
  const size = [line, adding].flat().reduce((most, target) => Math.max(most, target), -1) + 1;
  const rankOf = new Int32Array(size).fill(-1);
  for (const target of line) if (target !== leaving) rankOf[target] = 0;
  for (const target of adding) rankOf[target] = 0;
  let rank = 0;
  for (let target = 0; target < size; target++) if (rankOf[target] === 0) rankOf[target] = rank++;
  return rankOf;
}

/** What stands together, from the top; what is right at the bottom belongs to the rim and is left out. */
function standing(line: Line, rankOf: Int32Array): readonly Block[] {
  let block: Block = { rank: -1, length: 0 };
  let last = -1;
  const blocks = [block];
  for (const target of line) {
    const rank = target === leaving ? undefined : rankOf[target];
    if (rank !== undefined && rank !== last + 1) {
      block = { rank, length: 0 };
      blocks.push(block);
    }
    block.length++;
    last = rank ?? last;
  }
  const isAtBottom = last === rankOf.reduce((most, rank) => Math.max(most, rank), -1);
  return isAtBottom && blocks.length > 1 ? blocks.slice(0, -1) : blocks;
}

/** Given the targets to add one after the other, the rank at which the run of each starts. */
function runStart(rankOf: Int32Array): (target: number) => number {
  let [start, last] = [-1, -2];
  return (target) => {
    const rank = rankOf[target] ?? -1;
    if (rank !== last + 1) start = rank;
    last = rank;
    return start;
  };
}
