import { expect, test } from 'vitest';
import { hours } from '../../../src/report/insight/dates.ts';
import { ago, dayOfWeek, longNight, percent, signed } from '../../../src/report/pages/words.ts';

test('nights are dates in words', () => {
  expect([longNight('2026-11-22'), dayOfWeek('2026-11-22'), dayOfWeek('1999-12-31')]).toEqual([
    '22 Nov 2026',
    'Sun 22 Nov',
    'Fri 31 Dec',
  ]);
});

test.each([
  ['2026-11-22', 'last night'],
  ['2026-11-21', '1 night ago'],
  ['2026-09-20', '63 nights ago'],
  ['2021-11-22', '1,826 nights ago'],
])('%s is %s', (night, words) => {
  expect(ago(night, '2026-11-22')).toBe(words);
});

test.each([
  [0.022, '+2.2\u202F%'],
  [-0.009, '−0.9\u202F%'],
  [0.0004, '±0.0\u202F%'],
  [-0.0004, '±0.0\u202F%'],
  [12.3456, '+1,234.6\u202F%'],
])('a share of %d is %s', (share, words) => {
  expect(percent(share)).toBe(words);
});

test('numbers carry a true sign, and times their units', () => {
  expect([signed(1234), signed(-3), signed(0)]).toEqual(['+1,234', '−3', '±0']);
  expect([hours(28_320_000), hours(59_000), hours(0)]).toEqual(['7 h 52 min', '1 min', '0 min']);
});
