import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartData } from '../../../src/report/charts/chart.ts';
import { describeChart } from '../../../src/report/charts/describe.ts';
import { renderChart } from '../../../src/report/charts/render.ts';
import { examples, hostileName, nights, playlist } from './nights.ts';

const allowedElements =
  /^(?:svg|title|desc|style|rect|g|path|text|tspan|line|circle|defs|clipPath|linearGradient|stop)$/;
const allowedAttributes =
  /^(?:xmlns|width|height|viewBox|role|aria-labelledby|id|font-(?:family|size|weight)|text-anchor|fill|stroke(?:-width|-dasharray|-linecap|-linejoin)?|transform|d|x|y|x1|x2|y1|y2|cx|cy|r)$/;

const namesIn = (svg: string): readonly string[] => [...svg.matchAll(/<([\w:]+)/g)].map(([, name]) => name ?? '');
const attributesIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<[\w:]+((?:\s[\w:-]+="[^"<]*")*)\s*\/?>/g)].flatMap(([, all]) =>
    [...(all ?? '').matchAll(/\s([\w:-]+)=/g)].map(([, name]) => name ?? ''),
  );
const lines = (svg: string): readonly string[] =>
  [...svg.matchAll(/d="(M[^"hv]*L[^"hvZl]*)"/g)].map(([, d]) => d ?? '');
const reversed = (data: ChartData): ChartData =>
  data.kind === 'playlist'
    ? { ...data, nights: [...data.nights].reverse() }
    : { ...data, nights: [...data.nights].reverse() };

describe.each(examples)('the chart $id', (data) => {
  test('is the same twice, in any order of nights, and among others', async () => {
    const [once, again, shuffled] = await Promise.all([
      renderChart(data),
      renderChart(data),
      renderChart(reversed(data)),
    ]);
    expect(again).toBe(once);
    expect(shuffled).toBe(once);
  });

  test.each([{}, { width: 278 }, { width: 1028, on: 'page' as const }])(
    'holds only what may be in a picture',
    async (drawing) => {
      const svg = await renderChart(data, drawing);
      expect(namesIn(svg).filter((name) => !allowedElements.test(name))).toEqual([]);
      expect(attributesIn(svg).filter((name) => !allowedAttributes.test(name))).toEqual([]);
      expect(namesIn(svg).filter((name) => name === 'svg')).toHaveLength(1);
      expect(svg).not.toMatch(/href|url\((?!#)|\son\w+=/);
      expect(svg).toMatch(/^<svg [^>]+><title id="[^"]+">[^<]+<\/title><desc /);
    },
  );

  test('has an id of its own at each size, and no number finer than a tenth of a pixel', async () => {
    const [file, phone] = [await renderChart(data), await renderChart(data, { width: 278 })];
    const idsIn = (svg: string): readonly string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(idsIn(file)).toHaveLength(2);
    expect(idsIn(file).filter((id) => idsIn(phone).includes(id))).toEqual([]);
    expect(file.replace(/<style>.*?<\/style>/, '')).not.toMatch(/\d\.\d{2,}/);
  });

  test('says as its description what stands beside it in Markdown', async () => {
    const [, desc] = /<desc[^>]*>([^<]*)</.exec(await renderChart(data)) ?? [];
    const said = desc
      ?.replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(said).toBe(describeChart(data));
  });
});

describe('a night more', () => {
  test('only lengthens the line, whatever the list does within its axis', async () => {
    const sizes = fc.array(fc.integer({ min: 88, max: 150 }), { minLength: 8, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 0, max: 300 }), async (counts, from) => {
        const list = nights(from, counts.length).map((one, index) => ({ ...one, count: counts[index] ?? 0 }));
        // Both ends are in both pictures, so the axis has no reason to move.
        const fixed = [{ count: 88 }, { count: 150 }].map((end, index) => ({ ...list[index], ...end })) as typeof list;
        const whole = [...fixed, ...list.slice(2)];
        const [before] = lines(await renderChart(playlist('a', whole.slice(0, -1))));
        const [after] = lines(await renderChart(playlist('a', whole)));
        expect(after?.startsWith(before ?? 'no line')).toBe(true);
        expect(after?.length).toBeGreaterThan(before?.length ?? 0);
      }),
      { numRuns: 15 },
    );
  });

  test('leaves the weeks before it as they were', async () => {
    const bars = (svg: string): readonly string[] => [...svg.matchAll(/d="(M[^"]+h[^"]+Z)"/g)].map(([, d]) => d ?? '');
    const before = bars(await renderChart(playlist('a', nights(100, 77))));
    const after = bars(await renderChart(playlist('a', nights(100, 78))));
    expect(before.length).toBeGreaterThan(15);
    expect(before.filter((bar) => !after.includes(bar)).length).toBeLessThanOrEqual(2);
  });
});

test('a missing night breaks the line and is bridged by dots', async () => {
  const whole = nights(100, 40);
  const svg = await renderChart(playlist('a', [...whole.slice(0, 20), ...whole.slice(24)]));
  expect(lines(svg)).toHaveLength(2);
  expect(svg.match(/stroke-dasharray="1.5,3"/g)).toHaveLength(2);
  expect(svg).toContain('no reading, 4 nights');
  const unbroken = await renderChart(playlist('a', whole));
  expect(lines(unbroken)).toHaveLength(1);
  expect(unbroken).not.toContain('stroke-dasharray');
});

test('a week that is cut says its number', async () => {
  const list = nights(100, 60).map((one, index) => (index === 30 ? { ...one, left: 1800 } : one));
  expect(await renderChart(playlist('a', list))).toMatch(/>1,80\d<\/text>/);
  expect(await renderChart(playlist('a', nights(100, 60)))).not.toMatch(/>1,80\d<\/text>/);
});

test('fewer than seven nights are dots without a line', async () => {
  expect(lines(await renderChart(playlist('a', nights(100, 6))))).toEqual([]);
  expect(lines(await renderChart(playlist('a', nights(100, 7))))).toHaveLength(1);
});

test('nothing of a name is more than text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(hostileName)), async (name) => {
      const named = await renderChart(playlist('a', nights(100, 8), name));
      const plain = await renderChart(playlist('a', nights(100, 8), 'Plain'));
      expect(namesIn(named)).toEqual(namesIn(plain));
      expect(attributesIn(named)).toEqual(attributesIn(plain));
      expect(named.isWellFormed()).toBe(true);
      expect(named.trimEnd()).not.toMatch(/\p{Control}/u);
    }),
    { numRuns: 40 },
  );
});

test('a page brings its own paper, heading and colours', async () => {
  const svg = await renderChart(playlist('a', nights(100, 30)), { on: 'page' });
  expect(namesIn(svg).filter((name) => name === 'style' || name === 'rect')).toEqual([]);
  expect(svg).not.toContain('font-size="16"');
});
