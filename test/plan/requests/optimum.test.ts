import { describe, expect, it } from 'vitest';
import { lowerBound } from '../../../src/plan/requests/bound.ts';
import { writesFor } from '../../../src/plan/requests/writes.ts';
import { track } from './lists.ts';
import { arrangements, fewestMoves, fewestRequests, nameOf, permutations, type Rows, range } from './optimum.ts';

/** Up to how many rows every pair is tried; `LONGEST_LISTS=7` takes half a minute. */
const longest = Number(process.env['LONGEST_LISTS'] ?? 6);

/** `beyond`: by number of requests beyond the optimum, how many pairs. */
type Tally = { pairs: number; beyond: { [requests: number]: number }; boundBroken: string[] };

const nothing = (): Tally => ({ pairs: 0, beyond: {}, boundBroken: [] });

function compare(tally: Tally, before: Rows, length: number, optimum: number): void {
  const [from, to] = [before.map(track), range(length).map(track)];
  const beyond = writesFor(from, to).length - optimum;
  tally.pairs++;
  tally.beyond[beyond] = (tally.beyond[beyond] ?? 0) + 1;
  if (lowerBound(from, to) > optimum) tally.boundBroken.push(`${nameOf(before)} -> ${length}`);
}

/** The same list with what leaves numbered from the top: which row leaves makes no difference. */
const isCanonical = (rows: Rows, length: number): boolean =>
  rows.filter((row) => row >= length).every((row, index) => row === length + index);

/**
 * The optimum of two lists with few rows in common is found among few sequences: what comes can come first and in one
 * request, beside the rows that it is added to later, and what goes can go last, behind the row above it.
 */
function optimumOf(before: Rows, length: number, moves: ReadonlyMap<string, number>): number {
  const staying = before.filter((row) => row < length);
  const lacking = range(length).filter((row) => !staying.includes(row));
  const starts = permutations(lacking).flatMap((block) =>
    range(staying.length + 1).map((position) => staying.toSpliced(position, 0, ...block)),
  );
  const fewest = Math.min(...starts.map((rows) => moves.get(nameOf(rows)) ?? Number.NaN));
  return Math.min(lacking.length, 1) + fewest + Math.min(before.length - staying.length, 1);
}

describe('writesFor, against every sequence of requests', () => {
  it('is as short as the shortest, for all lists of up to 6 different rows in all', () => {
    const tally = nothing();
    for (const length of range(7)) {
      for (const [name, optimum] of fewestRequests(length, 6)) {
        const before = name === '' ? [] : name.split(' ').map(Number);
        if (isCanonical(before, length)) compare(tally, before, length, optimum);
      }
    }
    expect(tally).toEqual({ pairs: 5428, beyond: { 0: 5428 }, boundBroken: [] });
  });

  it(`is as short as the shortest, for all pairs of lists of up to ${longest} rows`, () => {
    const tally = nothing();
    for (const length of range(longest + 1)) {
      const moves = fewestMoves(length);
      for (const staying of arrangements(range(length))) {
        for (const before of withLeavers(staying, length))
          compare(tally, before, length, optimumOf(before, length, moves));
      }
    }
    expect(tally).toEqual({ pairs: longest === 6 ? 27_474 : tally.pairs, beyond: { 0: tally.pairs }, boundBroken: [] });
  }, 600_000);
});

/** The list with leaving rows in every place, as long as it has no more than `longest` rows. */
function withLeavers(staying: Rows, length: number): readonly Rows[] {
  const patterns = range(longest + 1 - staying.length).flatMap((leavers) => placings(staying.length, leavers));
  return patterns.map((seats) => {
    let leaver = length;
    return seats.map((isLeaving, index) =>
      isLeaving ? leaver++ : (staying[seats.slice(0, index).filter((seat) => !seat).length] ?? 0),
    );
  });
}

/** Every way to mix rows that stay with rows that leave. */
function placings(staying: number, leaving: number): readonly (readonly boolean[])[] {
  if (staying + leaving === 0) return [[]];
  const first = staying > 0 ? placings(staying - 1, leaving).map((rest) => [false, ...rest]) : [];
  return leaving > 0 ? [...first, ...placings(staying, leaving - 1).map((rest) => [true, ...rest])] : first;
}
