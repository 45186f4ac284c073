import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isIrreplaceable, type RowKey } from '../../../src/domain/playlist.ts';
import { datesLost } from '../../../src/plan/requests/dates.ts';
import { loose } from '../../../src/plan/requests/loose.ts';
import { commonRows } from '../../../src/plan/requests/shared-rows.ts';
import { after as afterWrites, hardPairs, orders, pairs, tracks } from './lists.ts';

const nights = fc.tuple(fc.oneof(pairs, orders, hardPairs), fc.integer({ min: 1, max: 40 }));

const sorted = (rows: readonly RowKey[]): readonly RowKey[] => [...rows].sort();

const goneOf = (rows: readonly RowKey[]): readonly RowKey[] => rows.filter((row) => row.startsWith('gone:'));

it('is right about the members at once and lets no gone row overtake another', () => {
  fc.assert(
    fc.property(nights, ([{ before, after }, most]) => {
      const reached = afterWrites(before, loose(before, after, most));
      expect(sorted(reached)).toEqual(sorted(after));
      expect(goneOf(reached)).toEqual(goneOf(after));
    }),
  );
});

it('reaches the list night by night, within the cap from the second night on', () => {
  fc.assert(
    fc.property(nights, ([{ before, after }, most]) => {
      let rows = afterWrites(before, loose(before, after, most));
      for (let night = 1; night <= 450 && rows.join() !== after.join(); night++) {
        const writes = loose(rows, after, most);
        expect(writes.length).toBeLessThanOrEqual(most);
        rows = afterWrites(rows, writes);
      }
      expect(rows).toEqual(after);
    }),
    { numRuns: 40 },
  );
});

it('reaches a list of copies in single moves, though they are matched anew every night', () => {
  const after = ['spotify:local:a::b:1' as RowKey, ...tracks('azaaa'), 'gone:1' as RowKey];
  let rows: readonly RowKey[] = ['gone:1' as RowKey, 'spotify:local:a::b:1' as RowKey, ...tracks('z')];
  for (let night = 0; night < after.length; night++) rows = afterWrites(rows, loose(rows, after, 1));
  expect(rows).toEqual(after);
});

it('takes the most rows that are in order with all gone ones', () => {
  const rows = [...tracks('abc'), 'gone:1' as RowKey, ...tracks('d')];
  expect(commonRows(rows, ['gone:1' as RowKey, ...tracks('abcd')])).toEqual({ line: [1, 2, 3, 0, 4], inOrder: [3, 4] });
  expect(commonRows(tracks('bxaba'), tracks('abab')).line).toEqual([3, -1, 0, 1, 2]);
});

it('exceeds the cap by additions and removals only', () => {
  fc.assert(
    fc.property(nights, ([{ before, after }, most]) => {
      const writes = loose(before, after, most);
      if (writes.length > most) expect(writes.every(({ kind }) => kind !== 'move')).toBe(true);
      if (before.some(isIrreplaceable)) expect(writes.every(({ kind }) => kind !== 'replace')).toBe(true);
    }),
  );
});

it('moves the longest block first', () => {
  const before = tracks('xabcdefpqry');
  expect(loose(before, tracks('pqrabcdefyx'), 1)).toEqual([{ kind: 'move', start: 7, length: 3, before: 0 }]);
  expect(datesLost(before, loose(before, tracks('pqrabcdefyx'), 1))).toBe(0);
});
