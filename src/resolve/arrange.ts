import type { Step } from '../domain/rule.ts';
import { arrangements } from '../words/arrange/index.ts';
import type { ArrangeWord } from '../words/arrange/word.ts';
import type { Candidate } from '../words/candidate.ts';
import type { Pinned } from './pins.ts';

export type Places = { readonly rows: readonly (Candidate | number)[]; readonly gaveWay: readonly string[] };

/**
 * The final order: pins at their places, irreplaceable rows (given by their index in the playlist) as near to where
 * they stand as pins allow and in their own order, and everything else around them as the arrangements say.
 */
export function arranged(
  rows: readonly Candidate[],
  pins: readonly Pinned[],
  irreplaceable: readonly number[],
  steps: readonly Step[],
): Places {
  const size = rows.length + irreplaceable.length;
  const slots: (Candidate | number | undefined)[] = new Array(size).fill(undefined);
  const pinned = new Set<Candidate>();
  for (const { row, at } of placesOfPins(rows, pins, size)) {
    const place = nearestFree(slots, at);
    slots[place] = row;
    pinned.add(row);
  }
  keepInPlace(slots, irreplaceable);
  const shape = slots.map((slot) => (typeof slot === 'number' ? nobody : slot));
  const gaveWay: string[] = [];
  let free = rows.filter((row) => !pinned.has(row));
  for (const step of steps) {
    const word = (arrangements as Readonly<Record<string, ArrangeWord>>)[step.word];
    const result = word?.run(step.args, free, shape);
    if (result === undefined) continue;
    const why = { stage: 'arrange', word: step.word, datum: word?.says(step.args) ?? '', at: step.at } as const;
    free = result.rows.map((row) => ({ ...row, trail: [...row.trail, why] }));
    gaveWay.push(...result.gaveWay);
  }
  const next = free.values();
  return { rows: slots.map((slot) => slot ?? (next.next().value as Candidate)), gaveWay };
}

/** Stands where an irreplaceable row does while others are arranged: by no artist, from no album. */
const nobody: Candidate = {
  uri: 'spotify:local::::0' as Candidate['uri'],
  item: undefined,
  album: undefined,
  addedAt: null,
  source: '',
  trail: [],
};

function placesOfPins(rows: readonly Candidate[], pins: readonly Pinned[], size: number) {
  const natural = new Map(rows.map((row, index) => [row.uri as string, { row, index }]));
  return pins
    .flatMap(({ row: { uri }, range }) => {
      const found = natural.get(uri);
      if (found === undefined || range === null) return [];
      const [first, last] = range;
      return { row: found.row, at: Math.min(Math.max(found.index, first - 1), last - 1, size - 1) };
    })
    .sort((one, other) => one.at - other.at);
}

function nearestFree(slots: readonly unknown[], at: number): number {
  const after = slots.findIndex((slot, index) => index >= at && slot === undefined);
  return after === -1 ? slots.lastIndexOf(undefined) : after;
}

/** Gives irreplaceable rows the free places at or after their own, in their own order, moved up only where the end is near. */
function keepInPlace(slots: (Candidate | number | undefined)[], irreplaceable: readonly number[]): void {
  const free = slots.flatMap((slot, index) => (slot === undefined ? index : []));
  let least = 0;
  for (const [nth, index] of irreplaceable.entries()) {
    const wanted = free.findIndex((place, at) => at >= least && place >= index);
    const latest = free.length - (irreplaceable.length - nth);
    const chosen = wanted === -1 ? latest : Math.min(wanted, latest);
    const place = free[Math.max(chosen, least)];
    if (place !== undefined) slots[place] = index;
    least = Math.max(chosen, least) + 1;
  }
}
