import { expect, test } from 'vitest';
import { historyOf } from '../../src/app/syncing/observe.ts';
import { keysOf } from '../../src/domain/playlist.ts';
import type { HistoryLine } from '../../src/domain/records/history.ts';
import { actualOf, ids } from '../ledger/some-ledger.ts';

const of = (letters: string, followers: number | null) => ({ ...actualOf(ids.p, letters), followers });
const lineOf = (
  before: string,
  letters: string,
  followers: number | null,
  own: readonly HistoryLine[],
  night: string,
) => historyOf(ids.p, keysOf(of(before, null).rows), of(letters, followers), own, night);

test('the history tells rows when they changed, followers when they changed, and else nothing', () => {
  const first = lineOf('', 'ab', 7, [], '2026-11-20');
  expect(first[0]).toMatchObject({ count: 2, followers: 7 });
  const second = lineOf('ab', 'ab', 8, first, '2026-11-21');
  expect(second).toEqual([{ night: '2026-11-21', playlist: ids.p, count: 2, followers: 8, entered: [], left: [] }]);
  const known = [...first, ...second];
  expect(lineOf('ab', 'ab', 8, known, '2026-11-22')).toEqual([]);
  expect(lineOf('ab', 'ab', null, known, '2026-11-22')).toEqual([]);
  // The same rows in another order are another list.
  const third = lineOf('ab', 'ba', null, known, '2026-11-22');
  expect(third[0]).toMatchObject({ count: 2, followers: null, entered: [], left: [] });
  expect(third[0]?.hash).not.toBe(first[0]?.hash);
});
