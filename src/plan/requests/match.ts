import { isIrreplaceable, type RowKey } from '../../domain/playlist.ts';
import { Bug } from '../../problem/bug.ts';
import { leaving } from './reorder/strips.ts';

/** What becomes of every row. Rows to come are named by their index in the list to reach. */
export type Match = {
  /** By row of `before`: the row of `after` that it becomes, or `leaving`. */
  readonly targets: readonly number[];
  /** Rows to add that wait for nothing. */
  readonly fresh: readonly number[];
  /** Rows to add after `twins` are removed: what is left of tracks that lose some of their copies, but not all. */
  readonly again: readonly number[];
  /** Tracks that lose some of their copies: a removal takes every copy. */
  readonly twins: readonly RowKey[];
  /** Tracks of which nothing is left. */
  readonly leavers: readonly RowKey[];
};

export function match(before: readonly RowKey[], after: readonly RowKey[]): Match {
  const [had, has] = [counts(before), counts(after)];
  refuseLosses(had, has);
  const isLost = (key: RowKey): boolean => (had.get(key) ?? 0) > (has.get(key) ?? 0);
  const isTwin = (key: RowKey): boolean => isLost(key) && has.has(key);
  const targets = pair(before, after, (key) => had.has(key) && !isLost(key));
  const kept = new Set(targets);
  const adding = [...after.keys()].filter((index) => !kept.has(index));
  const [again, fresh] = partition(adding, (index) => isTwin(after[index] as RowKey));
  const [twins, leavers] = partition([...had.keys()].filter(isLost), isTwin);
  return { targets, fresh, again, twins, leavers };
}

export function counts(keys: readonly RowKey[]): ReadonlyMap<RowKey, number> {
  const found = new Map<RowKey, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function refuseLosses(had: ReadonlyMap<RowKey, number>, has: ReadonlyMap<RowKey, number>): void {
  for (const key of new Set([...had.keys(), ...has.keys()])) {
    if (!isIrreplaceable(key) || had.get(key) === has.get(key)) continue;
    throw new Bug(
      `${key} stands ${had.get(key) ?? 0} times and should ${has.get(key) ?? 0} times, but no request can change that`,
    );
  }
}

const partition = <T>(all: readonly T[], belongs: (one: T) => boolean): readonly [T[], T[]] => [
  all.filter(belongs),
  all.filter((one) => !belongs(one)),
];

/** A row that can stay: its place in its list, its key, and the keys above and below among such rows. */
type Seat = { readonly index: number; readonly key: RowKey; readonly above: string; readonly below: string };

/** What two copies must have in common to be taken for the same row, strictest first. */
const contexts: readonly ((seat: Seat) => string)[] = [
  ({ above, key, below }) => `${above} ${key} ${below}`,
  ({ above, key }) => `${above} ${key}`,
  ({ key, below }) => `${key} ${below}`,
  ({ key }) => key,
];

/** By row of `before`: the row of `after` that it becomes. Of copies, those with the same neighbours are the same row. */
function pair(
  before: readonly RowKey[],
  after: readonly RowKey[],
  canStay: (key: RowKey) => boolean,
): readonly number[] {
  const targets = before.map(() => leaving);
  let [from, to] = [seats(before, canStay, '^'), seats(after, canStay, '$')];
  for (const context of contexts) {
    const open = Map.groupBy(to, context);
    const unmatched: Seat[] = [];
    for (const seat of from) {
      const target = open.get(context(seat))?.shift();
      if (target === undefined) unmatched.push(seat);
      else targets[seat.index] = target.index;
    }
    from = unmatched;
    to = [...open.values()].flat().sort((a, b) => a.index - b.index);
  }
  return targets;
}

/** The ends of the two lists are named apart: to stand at the top of both is no reason to be the same copy. */
function seats(keys: readonly RowKey[], canStay: (key: RowKey) => boolean, end: string): readonly Seat[] {
  const staying = keys.flatMap((key, index) => (canStay(key) ? [{ key, index }] : []));
  return staying.map(({ key, index }, at) => ({
    index,
    key,
    above: staying[at - 1]?.key ?? end,
    below: staying[at + 1]?.key ?? end,
  }));
}
