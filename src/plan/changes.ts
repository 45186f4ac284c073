import type { Change, Label } from '../domain/change.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { Why } from '../domain/why.ts';
import { longestIncreasing } from './requests/reorder/increasing.ts';

export type Told = {
  readonly whysOf: (key: RowKey) => readonly Why[];
  readonly labelOf: (key: RowKey) => Label | null;
};

type Survivor = { readonly key: RowKey; readonly from: number; readonly to: number };

/** What a person sees happen: rows that leave, rows that come, and of those that stay the fewest that must be called moved. */
export function changesBetween(before: readonly RowKey[], after: readonly RowKey[], told: Told): readonly Change[] {
  const places = placesByKey(before);
  const survivors: Survivor[] = [];
  const adds: Change[] = [];
  for (const [to, key] of after.entries()) {
    const from = places.get(key)?.shift();
    if (from === undefined) adds.push({ kind: 'add', to: to + 1, ...words(key, told) });
    else survivors.push({ key, from, to });
  }
  const removed = [...places].flatMap(([key, left]) => left.map((from) => ({ key, from })));
  return [
    ...removed
      .sort((one, other) => one.from - other.from)
      .map(({ key, from }): Change => ({ kind: 'remove', from: from + 1, ...words(key, told) })),
    ...adds,
    ...moved(survivors).map(
      ({ key, from, to }): Change => ({ kind: 'move', from: from + 1, to: to + 1, ...words(key, told) }),
    ),
  ];
}

const words = (key: RowKey, { whysOf, labelOf }: Told) => ({ key, label: labelOf(key), why: whysOf(key) });

function placesByKey(keys: readonly RowKey[]): Map<RowKey, number[]> {
  const places = new Map<RowKey, number[]>();
  for (const [index, key] of keys.entries()) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  return places;
}

/** All that do not stand in a longest run that keeps its order. */
function moved(survivors: readonly Survivor[]): readonly Survivor[] {
  const standing = new Set(longestIncreasing(survivors.map(({ from }) => from)));
  return survivors.filter((_, index) => !standing.has(index));
}
