import { expect, test } from 'vitest';
import type { Reading } from '../../../src/report/charts/readings.ts';
import { frameOf } from '../../../src/report/charts/spec/frame.ts';
import { trendPlot } from '../../../src/report/charts/spec/trend.ts';

const lastDay = 352;
/** Nights in a row up to 19 December. */
const readings = (sizes: readonly number[]): readonly Reading[] =>
  sizes.map((size, index) => ({
    ...{ entered: 0, left: 0, byHand: false, held: false },
    day: lastDay + 1 - sizes.length + index,
    size,
  }));

const falling = [...Array(20).fill(80), ...Array(8).fill(49)];
const rising = [...Array(20).fill(49), ...Array(8).fill(80)];

test.each([
  ['beside the dot where there is room', 760, falling, { align: 'left', dx: 8, dy: 0 }],
  ['below a line that fell to it', 278, falling, { baseline: 'top', dy: 9 }],
  ['above a line that rose to it', 278, rising, { baseline: 'bottom', dy: -9 }],
  ['above a line that stood still', 278, Array(28).fill(80), { baseline: 'bottom', dy: -9 }],
  // 150 pixels are 100 tracks.
  ['beyond the peak where the line comes from both sides', 278, [...rising, 90, 80], { baseline: 'bottom', dy: -24 }],
])('the last number stands %s', (_, width, sizes, mark) => {
  const list = readings(sizes);
  const layers = trendPlot(list, 2026, frameOf(list, 2026, { width, on: 'page' })).layer;
  expect(layers.at(-1)).toMatchObject({ mark: { type: 'text', ...mark } });
});
