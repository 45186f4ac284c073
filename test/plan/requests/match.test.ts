import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostRowsAPlaylist } from '../../../src/domain/write.ts';
import { lowerBound, reference } from '../../../src/plan/requests/bound.ts';
import { match } from '../../../src/plan/requests/match.ts';
import { placements } from '../../../src/plan/requests/place.ts';
import { movesAtLeast } from '../../../src/plan/requests/reorder/moves-at-least.ts';
import { stepsFor } from '../../../src/plan/requests/steps.ts';
import { tracks } from './lists.ts';
import { range } from './optimum.ts';

const matched = (before: string, after: string) => match(tracks(before), tracks(after));

it('tells what stays, comes and goes', () => {
  expect(matched('abc', 'cxa')).toEqual({
    targets: [2, -1, 0],
    fresh: [1],
    again: [],
    twins: [],
    leavers: tracks('b'),
  });
});

it('lets a track leave and come again that loses some of its copies', () => {
  expect(matched('aba', 'ab')).toEqual({
    targets: [-1, 1, -1],
    fresh: [],
    again: [0],
    twins: tracks('a'),
    leavers: [],
  });
});

it('takes copies with the same neighbours for the same row, others in order', () => {
  expect(matched('xaby', 'xayab').targets).toEqual([0, 1, 4, 2]);
  expect(matched('abac', 'acab').targets).toEqual([2, 3, 0, 1]);
  expect(matched('aa', 'aaa').targets).toEqual([0, 1]);
});

it.each([
  ['abc', 'abc', 0, 0],
  ['abc', 'cba', 2, 2],
  ['abc', 'abxc', 1, 2],
  ['abc', 'ac', 1, 1],
  ['abcde', 'xedcba', 3, 4],
  ['aa', 'a', 1, 2],
  ['abab', 'baba', 0, 2],
])('bounds %s to %s by %i, and refers to %i', (before, after, bound, needed) => {
  expect([lowerBound(tracks(before), tracks(after)), reference(tracks(before), tracks(after))]).toEqual([
    bound,
    needed,
  ]);
});

it('adds rows together where they close the most cycles', () => {
  expect(placements([1, 3], [0, 2])[0]).toEqual({ position: 0, targets: [0, 2] });
  expect(placements([], [0, 1])[0]).toEqual({ position: 0, targets: [0, 1] });
  expect(placements([0, 4, 2], [1, 3]).at(-1)).toEqual({ position: 1, targets: [1, 3] });
});

it('adds rows nowhere worse than at the end', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...range(60)]), (line) => {
      const adding = range(60).filter((target) => !line.includes(target));
      const bounds = placements(line, adding).map(({ position, targets }) =>
        movesAtLeast(line.toSpliced(position, 0, ...targets)),
      );
      expect(bounds[0]).toBe(Math.min(...bounds));
      expect(bounds[0]).toBeLessThanOrEqual(movesAtLeast([...line, ...adding]));
    }),
  );
});

it('adds before it removes where there is room for that', () => {
  const change = { targets: [], fresh: [0, 1], again: [], twins: [], leavers: tracks('ab') };
  const sizes = { before: 100, after: 100, rowsOf: () => 1, keyOf: () => undefined };
  expect(stepsFor(change, sizes)).toMatchObject({ early: [{ kind: 'add', targets: [0, 1] }], late: tracks('ab') });
  const full = { before: mostRowsAPlaylist, after: mostRowsAPlaylist, rowsOf: () => 1, keyOf: () => undefined };
  expect(stepsFor(change, full)).toMatchObject({ early: [{ kind: 'remove' }, { kind: 'add' }], late: [] });
});
