import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOutBars } from '../../../src/report/charts/micro/in-out.ts';
import { sparkline } from '../../../src/report/charts/micro/sparkline.ts';
import { textSparkline } from '../../../src/report/charts/micro/text-sparkline.ts';

const rows = fc.array(fc.option(fc.integer({ min: 0, max: 10_000 })), { maxLength: 120 });

describe('in text', () => {
  test.each([
    ['from least to most', [1, 2, 3, 4, 5, 6, 7, 8], '▁▂▃▄▅▆▇█'],
    ['a gap for a missing night', [1, null, 8], '▁\u2002█'],
    ['the middle for what never changes', [5, 5, 5], '▄▄▄'],
    ['nothing for nothing', [], ''],
    ['only gaps', [null, null], '\u2002\u2002'],
  ])('%s', (_, values, line) => {
    expect(textSparkline(values)).toBe(line);
  });

  test('as many signs as nights', () => {
    fc.assert(
      fc.property(rows, (values) => {
        expect(textSparkline(values)).toHaveLength(values.length);
      }),
    );
  });
});

const numbersIn = (svg: string): readonly string[] => svg.match(/-?\d+(?:\.\d+)?/g) ?? [];

describe('in a table', () => {
  test('a line ends in a dot and breaks where a night is missing', () => {
    const svg = sparkline([1, 2, 3, null, 5, 6, 7, 8, 9]);
    expect(svg.match(/M/g)).toHaveLength(2);
    expect(svg).toContain('<circle cx="108" cy="4"');
  });

  test('fewer than seven readings are dots', () => {
    expect(sparkline([1, 2, 3]).match(/<circle/g)).toHaveLength(3);
    expect(sparkline([1, 2, 3])).not.toContain('stroke-linejoin');
    expect(sparkline([])).not.toContain('<circle');
  });

  test('a year is 45 points or fewer, the newest among them', () => {
    const values = Array.from({ length: 365 }, (_, index) => index % 50);
    const svg = sparkline(values);
    expect(svg.match(/L/g)?.length).toBeLessThan(45);
    expect(sparkline([...values.slice(0, -1), 60])).toContain('<circle cx="108" cy="4"');
  });

  test('every picture is inside its frame and holds only numbers', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const svg = sparkline(values);
        expect(svg).toMatch(/^<svg width="112" height="28" [^<>]*>(?:<(?:path|circle) [^<>]*\/>)*<\/svg>$/);
        expect(
          numbersIn(svg.replaceAll(/#\w+/g, '')).filter((number) => Number(number) > 112 || Number(number) < 0),
        ).toEqual([]);
      }),
    );
  });

  test('what came stands above the midline, what went below, at most 12 pixels high', () => {
    const svg = inOutBars([{ entered: 100, left: 0 }, null, { entered: 1, left: 50 }]);
    expect(svg).toContain('M0,14h3v-12h-3ZM8,14h3v-2h-3Z');
    expect(svg).toContain('M8,14h3v6h-3Z');
    expect(svg).toContain('width="11"');
  });

  test('nothing moved is the empty midline', () => {
    expect(inOutBars([{ entered: 0, left: 0 }, null]).match(/<path/g)).toHaveLength(1);
    expect(inOutBars([])).toContain('<svg width="3"');
  });
});
