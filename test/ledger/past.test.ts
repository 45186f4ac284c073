import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaylistId } from '../../src/domain/ids.ts';
import type { HistoryLine } from '../../src/domain/records/history.ts';
import { last28, learnedFrom, rowPastsOf } from '../../src/ledger/past.ts';
import { keys } from '../build/rule.ts';

const day = (nth: number): string => new Date(Date.UTC(2026, 0, 1) + nth * 86_400_000).toISOString().slice(0, 10);
const line = (nth: number, count: number, entered: string, left: string): HistoryLine => ({
  night: day(nth),
  playlist: 'p' as PlaylistId,
  count,
  followers: null,
  entered: keys(entered),
  left: keys(left),
  hash: '',
});

describe('rowPastsOf()', () => {
  const pasts = rowPastsOf([line(0, 2, 'ab', ''), line(3, 2, 'c', 'a'), line(9, 2, 'a', 'b')]);
  const of = (letter: string) => pasts.get(keys(letter)[0] as never);

  test('knows when a row came first, came last, and left', () => {
    expect(of('a')).toEqual({ firstSeen: day(0), enteredLast: day(9), leftLast: day(3) });
    expect(of('b')).toEqual({ firstSeen: day(0), enteredLast: day(0), leftLast: day(9) });
    expect(of('c')).toEqual({ firstSeen: day(3), enteredLast: day(3), leftLast: null });
    expect(of('x')).toBeUndefined();
  });
});

describe('learnedFrom()', () => {
  const nights = (removals: readonly number[]): readonly HistoryLine[] => [
    line(0, 100, 'a', ''),
    ...removals.map((many, at) => line(at + 1, 100, 'x'.repeat(many), 'y'.repeat(many))),
  ];

  test('needs twenty changes', () => {
    expect(learnedFrom(nights(Array(19).fill(8)))).toBeNull();
    expect(learnedFrom(nights(Array(20).fill(8)))).toEqual({ share: 0.1, count: 8 });
  });

  test('is what 99 of 100 nights stayed within', () => {
    const usual = Array(198).fill(12);
    expect(learnedFrom(nights([...usual, 60, 80]))).toEqual({ share: 0.12, count: 12 });
    expect(learnedFrom(nights([...usual, 60, 70, 80]))).toEqual({ share: 0.6, count: 60 });
  });

  test('never becomes stricter than a tenth or five rows', () => {
    expect(learnedFrom(nights(Array(50).fill(1)))).toEqual({ share: 0.1, count: 5 });
  });

  test('holds all but one night in a hundred', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 20, maxLength: 300 }), (removals) => {
        const learned = learnedFrom(nights(removals));
        const beyond = removals.filter((many) => many > (learned?.count ?? 0)).length;
        return beyond <= removals.length / 100;
      }),
    );
  });
});

describe('last28()', () => {
  test('adds up four weeks, and not how the playlist was met', () => {
    const lines = [
      line(0, 50, 'abc', ''),
      line(2, 40, '', 'abcdefghij'),
      line(20, 60, 'a', 'bcd'),
      line(40, 62, 'ab', ''),
    ];
    expect(last28(lines, day(29))).toEqual({ removed: 13, meanCount: expect.closeTo((18 * 40 + 10 * 60) / 28, 9) });
    expect(last28(lines, day(30))).toMatchObject({ removed: 3 });
    expect(last28([], day(30))).toBeNull();
  });
});
