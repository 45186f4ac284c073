import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveBound, sizeBounds } from '../../../src/report/charts/bounds.ts';
import { dayInWords, dayOf, daysIn, firstMonday, monthsOf } from '../../../src/report/charts/calendar.ts';
import { short } from '../../../src/report/charts/numbers.ts';
import { weeksOf } from '../../../src/report/charts/readings.ts';

test.each([
  ['an empty list', [], [0, 5, 10]],
  ['a small one', [3, 9], [0, 5, 10]],
  ['one that was once empty', [0, 120], [0, 40, 80, 120, 160]],
  ['one that never was near zero', [106, 122], [80, 100, 120, 140, 160]],
  ['the largest that Spotify allows', [10_000], [6000, 7500, 9000, 10_500, 12_000]],
])('the axis of %s', (_, counts, ticks) => {
  expect(sizeBounds(counts).ticks).toEqual(ticks);
});

test('every count is inside its axis, and its lines are whole numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20_000), { minLength: 1 }), (counts) => {
      const { low, high, ticks } = sizeBounds(counts);
      expect(counts.every((count) => count >= low && count <= high)).toBe(true);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect([ticks[0], ticks.at(-1)]).toEqual([low, high]);
    }),
  );
});

test.each([
  ['nothing moved', [], 5],
  ['ordinary weeks', [3, 12, 18], 20],
  ['one week that dwarfs the others', [3, 12, 200], 20],
  ['one that is only large', [3, 12, 48], 50],
  ['a single week', [200], 200],
])('the bound of %s', (_, weeks, bound) => {
  expect(moveBound(weeks.map((entered) => ({ entered, left: 1 })))).toBe(bound);
  expect(moveBound(weeks.map((left) => ({ entered: 1, left })))).toBe(bound);
});

test('a list that grows by one a night moves its axis a few times in a year', () => {
  const axes = Array.from({ length: 365 }, (_, night) => JSON.stringify(sizeBounds([100, 100 + night])));
  expect(new Set(axes).size).toBeLessThanOrEqual(9);
});

test('a year has its days, months and weeks', () => {
  expect([daysIn(2026), daysIn(2028), daysIn(2100)]).toEqual([365, 366, 365]);
  expect(monthsOf(2028).map(({ day }) => day)).toEqual([0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335]);
  expect([dayOf('2026-12-31', 2026), dayOf('2025-12-31', 2026)]).toEqual([364, -1]);
  expect(dayInWords(364, 2026)).toBe('31 Dec');
  // 5 January 2026 is a Monday; 1 January 2024 is one.
  expect([firstMonday(2026), firstMonday(2024)]).toEqual([4, 0]);
});

test('weeks go from Monday to Sunday and end with the year', () => {
  const day = (at: number) => ({ day: at, size: 1, entered: 1, left: 2, byHand: false, held: false });
  expect(weeksOf([day(0), day(3), day(4), day(10), day(11), day(364)], 2026)).toEqual([
    { from: 0, until: 4, entered: 2, left: 4 },
    { from: 4, until: 11, entered: 2, left: 4 },
    { from: 11, until: 18, entered: 1, left: 2 },
    { from: 361, until: 365, entered: 1, left: 2 },
  ]);
});

test.each([
  [1200, 1600, '1,200'],
  [8000, 16_000, '8k'],
  [10_500, 12_000, '10.5k'],
  [0, 16_000, '0'],
])('%d on an axis to %d is %s', (count, highest, label) => {
  expect(short(count, highest)).toBe(label);
});
