import { expect, test } from 'vitest';
import { compareDates, isDate } from '../../../src/words/values/date.ts';
import { parseLengthMs } from '../../../src/words/values/length.ts';
import { nearest } from '../../../src/words/values/nearest.ts';
import { parseShare } from '../../../src/words/values/share.ts';
import { parseSpan } from '../../../src/words/values/span.ts';

const none = { months: 0, days: 0, ms: 0 };

test.each([
  ['28d', { ...none, days: 28 }],
  ['4w', { ...none, days: 28 }],
  ['6mo', { ...none, months: 6 }],
  ['2y', { ...none, months: 24 }],
  ['90m', { ...none, ms: 5_400_000 }],
  ['2h', { ...none, ms: 7_200_000 }],
  ['2s', { ...none, ms: 2_000 }],
  ['28', undefined],
  ['28 d', undefined],
  ['-1d', undefined],
  ['1.5d', undefined],
  ['1D', undefined],
  ['9999999d', undefined],
  ['', undefined],
])('reads the span "%s"', (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});

test.each([
  ['2:30', 150_000],
  ['0:05', 5_000],
  ['90:00', 5_400_000],
  ['1:02:03', 3_723_000],
  ['90s', 90_000],
  ['2m', 120_000],
  [150, 150_000],
  ['1:60', undefined],
  ['1:60:00', undefined],
  ['28d', undefined],
  ['2:5', undefined],
  [-1, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
])('reads the length %s', (written, ms) => {
  expect(parseLengthMs(written)).toBe(ms);
});

test.each([
  ['25%', 0.25],
  ['200%', 2],
  ['12.5 %', 0.125],
  ['0%', 0],
  ['25', undefined],
  ['-5%', undefined],
  ['%', undefined],
])('reads the share "%s"', (text, share) => {
  expect(parseShare(text)).toBe(share);
});

test.each([
  ['2026-11-27', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-11-00', false],
  ['2026-1-1', false],
  ['26-11-27', false],
])('tells whether "%s" is a date', (text, is) => {
  expect(isDate(text)).toBe(is);
});

test('puts earlier dates first', () => {
  expect(['2026-11-27', '2025-12-31', '2026-02-01'].sort(compareDates)).toEqual([
    '2025-12-31',
    '2026-02-01',
    '2026-11-27',
  ]);
});

test.each([
  ['form', 'from'],
  ['titel', 'title'],
  ['relased desc', 'released desc'],
  ['hand-edits', 'hand_edits'],
  ['Dedupe', 'dedupe'],
  ['quux', null],
  ['', null],
  ['x'.repeat(100_000), null],
])('guesses what was meant by "%s"', (word, meant) => {
  expect(nearest(word, ['from', 'title', 'released desc', 'hand_edits', 'dedupe', 'where'])).toBe(meant);
});
