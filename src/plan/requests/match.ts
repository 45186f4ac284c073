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
  const isTwin = (key: RowKey): boolean => (has.get(key) ?? 0) > 0 && (had.get(key) ?? 0) > (has.get(key) ?? 0);
  const isTwinOrNew = (key: RowKey): boolean => isTwin(key) || !had.has(key);
  const targets = pair(
    before.map((key) => (isTwin(key) || !has.has(key) ? null : key)),
    after.map((key) => (isTwinOrNew(key) ? null : key)),
  );
  const kept = new Set(targets);
  const adding = [...after.keys()].filter((index) => !kept.has(index));
  const [again = [], fresh = []] = partition(adding, (index) => isTwin(after[index] as RowKey));
  const [twins = [], leavers = []] = partition(
    [...had.keys()].filter((key) => isTwin(key) || !has.has(key)),
    isTwin,
  );
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

type Keys = readonly (RowKey | null)[];

/** Of copies of a track, those with the same neighbours are the same row; the rest is matched from the top. */
function pair(before: Keys, after: Keys): readonly number[] {
  const targets = before.map(() => leaving);
  const taken = new Set<number>();
  for (const context of contexts) {
    const open = Map.groupBy(
      unmatched(after, (index) => !taken.has(index)),
      context(after),
    );
    for (const index of unmatched(before, (at) => targets[at] === leaving)) {
      const target = open.get(context(before)(index))?.shift();
      if (target === undefined) continue;
      targets[index] = target;
      taken.add(target);
    }
  }
  return targets;
}

const unmatched = (keys: Keys, isOpen: (index: number) => boolean): readonly number[] =>
  [...keys.keys()].filter((index) => keys[index] !== null && isOpen(index));

/** What two copies must have in common to be taken for the same row, strictest first. */
const contexts: readonly ((keys: Keys) => (index: number) => string)[] = [
  (keys) => (index) => [keys[index - 1], keys[index], keys[index + 1]].join(' '),
  (keys) => (index) => [keys[index - 1], keys[index]].join(' '),
  (keys) => (index) => [keys[index], keys[index + 1]].join(' '),
  (keys) => (index) => `${keys[index]}`,
];
