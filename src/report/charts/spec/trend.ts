import { sizeBounds } from '../bounds.ts';
import { daysIn } from '../calendar.ts';
import { grouped, short } from '../numbers.ts';
import { gapsOf, type Reading, runsOf } from '../readings.ts';
import { light, sizes } from '../shades.ts';
import { widthOf } from '../vega/width.ts';
import { numberAxis, yearScale } from './axes.ts';
import type { Frame } from './frame.ts';
import { ringOf } from './marks.ts';
import type { Layer, Plot } from './types.ts';

/** From so many readings on there is a line; fewer are dots. */
export const lineFrom = 7;

/** The size of the list, night by night. */
export function trendPlot(readings: readonly Reading[], year: number, frame: Frame): Plot {
  const { low, high, ticks } = sizeBounds(readings.map(({ size }) => size));
  const x = { field: 'day', type: 'quantitative' as const, scale: yearScale(year), axis: null };
  const y = {
    field: 'size',
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false, zero: false },
    axis: numberAxis(ticks, (tick) => short(tick, high)),
  };
  return {
    width: frame.plot,
    height: frame.trend,
    encoding: { x, y },
    layer: [
      ...(readings.length < 2 ? [waiting(readings, year)] : bridges(readings)),
      ...marks(readings),
      ...end(readings, year, frame),
    ],
  };
}

/** Nights that were not read: a dotted line from the last before to the first after, in no data. */
const bridges = (readings: readonly Reading[]): readonly Layer[] => {
  if (readings.length < lineFrom) return [];
  const values = gapsOf(readings).map(({ before, after }) => ({
    day: before.day,
    size: before.size,
    until: after.day,
    rejoined: after.size,
  }));
  return values.length === 0
    ? []
    : [
        {
          data: { values },
          mark: { type: 'rule', color: light('faint'), strokeWidth: 1.25, strokeDash: [1.5, 3] },
          encoding: { x2: { field: 'until' }, y2: { field: 'rejoined' } },
        },
      ];
};

/** The first night, or none: a level to see the dot on. */
const waiting = ([only]: readonly Reading[], year: number): Layer => ({
  data: { values: [{ day: 0, size: only?.size ?? 0, until: yearScale(year).domain[1] ?? 0 }] },
  mark: { type: 'rule', color: light('faint'), strokeWidth: 1, strokeDash: [2, 3] },
  encoding: { x2: { field: 'until' } },
});

function marks(readings: readonly Reading[]): readonly Layer[] {
  const runs = readings.length < lineFrom ? readings.map((one) => [one]) : runsOf(readings);
  const lines = runs.filter((run) => run.length > 1);
  const alone = runs.filter((run) => run.length === 1).flat();
  return [
    ...(lines.length === 0 ? [] : [line(lines)]),
    ...(alone.length === 0 ? [] : [dots(alone, readings.length < lineFrom ? 26 : 9)]),
    ...ringOf(
      readings.filter((one) => one.held),
      'held',
    ),
    ...ringOf(
      readings.filter((one) => one.byHand),
      'by-hand',
    ),
  ];
}

const line = (runs: readonly (readonly Reading[])[]): Layer => ({
  data: { values: runs.flatMap((run, index) => run.map(({ day, size }) => ({ day, size, run: index }))) },
  mark: { type: 'line', color: light('blue'), strokeWidth: 1.75, strokeJoin: 'round', strokeCap: 'round' },
  encoding: { detail: { field: 'run', type: 'quantitative' } },
});

const dots = (readings: readonly Reading[], size: number): Layer => ({
  data: { values: readings.map(({ day, size }) => ({ day, size })) },
  mark: { type: 'point', filled: true, opacity: 1, color: light('blue'), size },
});

/** Right of the dot, but above it on the first night, and above or below the line that leads to it where the year ends. */
function labelBeside(readings: readonly Reading[], last: Reading, { plot, trend, padding }: Frame, year: number) {
  const room = plot * (1 - last.day / daysIn(year)) + padding.right;
  const taken = 12 + widthOf(grouped(last.size), sizes.label) * 1.06;
  if (readings.length === 1)
    return {
      align: room >= taken ? 'center' : 'right',
      baseline: 'bottom',
      dx: room >= taken ? 0 : 6,
      dy: -9,
    } as const;
  if (room >= taken) return { align: 'left', baseline: 'middle', dx: 8, dy: 0 } as const;
  const { low, high } = sizeBounds(readings.map(({ size }) => size));
  const under = readings.filter(({ day }) => day >= last.day - (taken * daysIn(year)) / plot).map(({ size }) => size);
  const above = (Math.max(...under) - last.size) * (trend / (high - low));
  const below = (last.size - Math.min(...under)) * (trend / (high - low));
  return above <= below
    ? ({ align: 'right', baseline: 'bottom', dx: 6, dy: -9 - above } as const)
    : ({ align: 'right', baseline: 'top', dx: 6, dy: 9 + below } as const);
}

/** The last reading, with its number. */
function end(readings: readonly Reading[], year: number, frame: Frame): readonly Layer[] {
  const last = readings.at(-1);
  if (last === undefined) return [];
  const single = readings.length === 1;
  const data = { values: [{ day: last.day, size: last.size, text: grouped(last.size) }] };
  return [
    { data, mark: { type: 'point', filled: true, opacity: 1, color: light('blue'), size: single ? 64 : 36 } },
    {
      data,
      mark: {
        type: 'text',
        color: light('ink'),
        fontSize: sizes.label,
        fontWeight: 600,
        ...labelBeside(readings, last, frame, year),
      },
      encoding: { text: { field: 'text' } },
    },
  ];
}
