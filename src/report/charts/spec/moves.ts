import { moveBound } from '../bounds.ts';
import { daysIn } from '../calendar.ts';
import { short } from '../numbers.ts';
import { type Reading, weeksOf } from '../readings.ts';
import { light } from '../shades.ts';
import { monthAxis, numberAxis, yearScale } from './axes.ts';
import type { Frame } from './frame.ts';
import type { Layer, Plot } from './types.ts';

/** Days left free between two weeks, half of it on each side. */
const gapDays = 1.4;

/** What came and what went, week by week, up and down from a midline. */
export function movesPlot(readings: readonly Reading[], year: number, frame: Frame): Plot {
  const weeks = weeksOf(readings, year);
  const bound = moveBound(weeks.flatMap(({ entered, left }) => [entered, left]));
  const bars = (shade: 'blue' | 'clay', sign: 1 | -1): readonly Layer[] => {
    const values = weeks
      .map(({ from, until, entered, left }) => ({
        from: from + gapDays / 2,
        until: until - gapDays / 2,
        moved: sign * (sign > 0 ? entered : left),
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
        axis: monthAxis(year, frame.narrow),
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
    layer: [...bars('blue', 1), ...bars('clay', -1), midline(year)],
  };
}

const midline = (year: number): Layer => ({
  data: { values: [{ from: 0, until: daysIn(year), moved: 0 }] },
  mark: { type: 'rule', color: light('line'), strokeWidth: 1 },
  encoding: { x2: { field: 'until' } },
});
