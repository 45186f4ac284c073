import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowKey } from '../../../../src/domain/playlist.ts';
import { lighter } from '../../../../src/plan/requests/reorder/move.ts';
import { movesAtLeast } from '../../../../src/plan/requests/reorder/moves-at-least.ts';
import { displaced, plainMoves, stay } from '../../../../src/plan/requests/reorder/plain.ts';
import { reorder } from '../../../../src/plan/requests/reorder/reorder.ts';
import { type Line, leaving, strips } from '../../../../src/plan/requests/reorder/strips.ts';
import { after as afterWrites } from '../lists.ts';
import { range } from '../optimum.ts';

/** Any order of up to 450 rows, with rows between them that leave. */
const lines: fc.Arbitrary<Line> = fc
  .tuple(fc.nat(430), fc.array(fc.nat(), { maxLength: 20 }))
  .chain(([length, seats]) => {
    const orders = fc.shuffledSubarray([...range(length)], { minLength: length });
    const seat = (line: Line, at: number): Line => line.toSpliced(at % (line.length + 1), 0, leaving);
    return orders.map((order) => seats.reduce(seat, order));
  });

const inEnd = (line: Line, moves: ReturnType<typeof reorder>): Line =>
  afterWrites(
    line.map((target) => `${target}` as RowKey),
    moves,
  )
    .map(Number)
    .filter((target) => target !== leaving);

const sorted = (line: Line): Line => range(line.filter((target) => target !== leaving).length);

const plainWay = (line: Line): number => displaced(strips(line), stay(strips(line))).length;

describe('reorder', () => {
  it('brings any line into order, in no more moves than the plain way and no fewer than the bound', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const moves = reorder(line);
        expect(inEnd(line, moves)).toEqual(sorted(line));
        expect(moves.length).toBeLessThanOrEqual(plainWay(line));
        expect(moves.length).toBeGreaterThanOrEqual(movesAtLeast(line));
      }),
    );
  });

  it.each([3, 10, 49, 50, 100, 200, 1000])('reverses %i rows in half as many moves and one', (length) => {
    const line = range(length).toReversed();
    const moves = reorder(line);
    expect(inEnd(line, moves)).toEqual(sorted(line));
    expect(moves.length).toBe(Math.ceil((length + 1) / 2));
  });

  it('brings a large playlist into order in about as few moves as can be', () => {
    const line = range(10_000)
      .map((row) => (row * 7919) % 10_007)
      .filter((row) => row < 10_000);
    const dense = ranked(line);
    const moves = reorder(dense);
    expect(inEnd(dense, moves)).toEqual(range(dense.length));
    expect(moves.length).toBeLessThanOrEqual(movesAtLeast(dense) * 1.02);
  });
});

describe('plainMoves', () => {
  it('brings any line into order', () => {
    fc.assert(
      fc.property(lines, (line) => {
        expect(inEnd(line, plainMoves(strips(line)))).toEqual(sorted(line));
      }),
    );
  });

  it('moves the shorter of two blocks that change places', () => {
    expect(plainMoves(strips([0, 2, 3, 4, 1]))).toEqual([{ kind: 'move', start: 4, length: 1, before: 1 }]);
    expect(plainMoves(strips([4, 0, 1, 2, 3]))).toEqual([{ kind: 'move', start: 0, length: 1, before: 5 }]);
    expect(lighter({ kind: 'move', start: 2, length: 3, before: 0 })).toEqual({
      kind: 'move',
      start: 0,
      length: 2,
      before: 5,
    });
    expect(lighter({ kind: 'move', start: 0, length: 3, before: 5 })).toEqual({
      kind: 'move',
      start: 3,
      length: 2,
      before: 0,
    });
  });
});

function ranked(line: Line): Line {
  const ranks = new Map(line.toSorted((a, b) => a - b).map((row, index) => [row, index]));
  return line.map((row) => ranks.get(row) ?? 0);
}
