import type { RowKey } from '../../domain/playlist.ts';
import { longestIncreasing } from './reorder/increasing.ts';
import { slot } from './reorder/slot.ts';
import { type Line, leaving } from './reorder/strips.ts';

/** Rows as places in the list to reach, and which of them (as indices) stand in order already: as many as can. */
export type Common = { readonly line: Line; readonly inOrder: readonly number[] };

/**
 * A longest common subsequence (Hunt and Szymanski 1977) that has all gone rows in it: they must not overtake each
 * other, as nothing but their order tells them apart. Copies are matched anew, so that it only grows with every move.
 */
export function commonRows(rows: readonly RowKey[], after: readonly RowKey[]): Common {
  const places = Map.groupBy(after.keys(), (place) => after[place] as RowKey);
  const fits = besideGone(rows, places);
  // The last place first: then no row is taken twice in an increasing sequence.
  const options = rows.flatMap((key, row) => (places.get(key) ?? []).toReversed().map((place) => ({ row, place })));
  const open = options.filter(fits);
  const found = longestIncreasing(open.map(({ place }) => place)).flatMap((index) => open[index] ?? []);
  const line = rows.map(() => leaving);
  for (const { row, place } of found) line[row] = place;
  const taken = new Set(line);
  const free = Map.groupBy(
    after.keys().filter((place) => !taken.has(place)),
    (place) => after[place] as RowKey,
  );
  const rest = rows.map((key, row) => (line[row] === leaving ? (free.get(key)?.shift() ?? leaving) : slot(line, row)));
  return { line: rest, inOrder: found.map(({ row }) => row) };
}

type Option = { readonly row: number; readonly place: number };

/** Whether a row would stand on the right side of every gone one. */
function besideGone(
  rows: readonly RowKey[],
  places: ReadonlyMap<RowKey, readonly number[]>,
): (option: Option) => boolean {
  const goneAt = rows.map((key) => (key.startsWith('gone:') ? places.get(key)?.[0] : undefined));
  const above = passed(goneAt, -1);
  const below = passed(goneAt.toReversed(), Number.POSITIVE_INFINITY).toReversed();
  return ({ row, place }) => slot(above, row) < place && place < slot(below, row);
}

/** By row: the last of these places that was passed before it. */
function passed(places: readonly (number | undefined)[], none: number): readonly number[] {
  let last = none;
  return places.map((place) => {
    const before = last;
    last = place ?? last;
    return before;
  });
}
