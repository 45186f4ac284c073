import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipped, widthOf } from '../../../src/report/charts/vega/width.ts';

test.each([
  ['a letter, as Inter has it', 'M', 0.903],
  ['letters one by one', 'ill', 0.242 * 3],
  ['accents as their letters', 'Júlia', 0.571 + 0.591 + 0.242 + 0.242 + 0.562],
  ['Japanese as wide as high', '東京', 2],
  ['an emoji as wide as high', '🚀', 1],
  ['nothing', '', 0],
])('measures %s', (_, text, ems) => {
  expect(widthOf(text, 10)).toBeCloseTo(ems * 10 * 1.06, 6);
});

test('a clipped text fits, begins as the whole, and is never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 16, max: 300 }), (text, limit) => {
      const short = clipped(text, limit, 12);
      expect(widthOf(short, 12)).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
      if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
    }),
  );
});

test('as many letters as fit are kept', () => {
  expect(clipped('aaaaaaaaaa', widthOf('aaaa…', 12), 12)).toBe('aaaa…');
  expect(clipped('aaaaaaaaaa', widthOf('aaaaaaaaaa', 12), 12)).toBe('aaaaaaaaaa');
});
