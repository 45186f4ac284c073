import { expect, it } from 'vitest';
import { datesLost } from '../../../src/plan/requests/dates.ts';
import { rebuild } from '../../../src/plan/requests/rebuild.ts';
import { writesFor } from '../../../src/plan/requests/writes.ts';
import { track, tracks } from './lists.ts';

it('counts rows that are there before and after but were added again', () => {
  expect(datesLost(tracks('abc'), rebuild(tracks('bcd')))).toBe(2);
  expect(datesLost(tracks('abc'), rebuild(tracks('xyz')))).toBe(0);
});

it('counts no row that moved, came or went', () => {
  expect(datesLost(tracks('abcde'), writesFor(tracks('abcde'), tracks('edxa')))).toBe(0);
});

it('counts what is left of a track that lost copies', () => {
  expect(datesLost(tracks('abaab'), writesFor(tracks('abaab'), tracks('abab')))).toBe(2);
  expect(datesLost(tracks('aab'), writesFor(tracks('aab'), tracks('ba')))).toBe(1);
});

it('counts no copy that was added beside one that stayed', () => {
  expect(datesLost([track('a')], writesFor(tracks('a'), tracks('aaa')))).toBe(0);
});
