import { moveBound } from '../bounds.ts';
import { daysIn } from '../calendar.ts';
import { grouped, short } from '../numbers.ts';
import { type Reading, type Week, weeksOf } from '../readings.ts';
import { light, sizes } from '../shades.ts';
import { monthAxis, numberAxis, yearScale } from './axes.ts';
import type { Frame } from './frame.ts';
import type { Layer, Plot } from './types.ts';

/** Days left free between two weeks, half of it on each side. */
const gapDays = 1.4;

/** What came and what went, week by week, up and down from a midline. */
export function movesPlot(readings: readonly Reading[], year: number, frame: Frame): Plot {
  const weeks = weeksOf(readings, year);
  const bound = moveBound(weeks);
  const bars = (shade: 'blue' | 'clay', sign: 1 | -1): readonly Layer[] => {
    const values = weeks
      .map(({ from, until, entered, left }) => ({
        from: from + gapDays / 2,
        until: until - gapDays / 2,
        moved: sign * Math.min(bound, sign > 0 ? entered : left),
        none: 0,
      }))
      .filter(({ moved }) => moved !== 0);
    return values.length === 0
      ? []
      : [
          {
            data: { values },
            mark: { type: 'rect', color: light(shade) },
            encoding: { x2: { field: 'until' }, y2: { field: 'none' } },
          },
        ];
  };
  return {
    width: frame.plot,
    height: frame.moves,
    encoding: {
      x: {
        field: 'from',
        type: 'quantitative',
        scale: yearScale(year),
        axis: monthAxis(year, frame.narrow, frame.below),
      },
      y: {
        field: 'moved',
        type: 'quantitative',
        scale: { domain: [-bound, bound], nice: false, zero: false },
        axis: {
          ...numberAxis([bound, -bound], (tick) => `${tick > 0 ? '+' : '−'}${short(Math.abs(tick), bound * 10)}`),
          grid: false,
        },
      },
    },
    layer: [...bars('blue', 1), ...bars('clay', -1), midline(year), ...beyond(weeks, bound)],
  };
}

/** A week that is cut says its number above or below its bar. */
function beyond(weeks: readonly Week[], bound: number): readonly Layer[] {
  const label = (what: 'entered' | 'left', sign: 1 | -1): readonly Layer[] => {
    const values = weeks
      .filter((week) => week[what] > bound)
      .map((week) => ({ from: (week.from + week.until) / 2, moved: sign * bound, text: grouped(week[what]) }));
    if (values.length === 0) return [];
    const baseline = sign > 0 ? ('bottom' as const) : ('top' as const);
    return [
      {
        data: { values },
        mark: { type: 'text', color: light('mute'), fontSize: sizes.label, baseline, dy: sign > 0 ? -3 : 4 },
        encoding: { text: { field: 'text' } },
      },
    ];
  };
  return [...label('entered', 1), ...label('left', -1)];
}

const midline = (year: number): Layer => ({
  data: { values: [{ from: 0, until: daysIn(year), moved: 0 }] },
  mark: { type: 'rule', color: light('line'), strokeWidth: 1 },
  encoding: { x2: { field: 'until' } },
});
