import { daysIn, monthsOf } from '../calendar.ts';
import { light, sizes } from '../shades.ts';

const words = { labelFontSize: sizes.label, labelColor: light('mute'), labelPadding: 8 } as const;

/** Labels are looked up in our own words and numbers; nobody else's text is in an expression. */
const lookup = (labels: readonly (readonly [number, string])[]): string =>
  `${JSON.stringify(Object.fromEntries(labels))}[datum.value]`;

/** From the first to the last day of the year, whatever has been read of it. */
export const yearScale = (year: number) => ({
  domain: [0, daysIn(year)],
  nice: false,
  zero: false,
});

/** `offset` pixels below the plot. */
export function monthAxis(year: number, narrow: boolean, offset: number) {
  const months = monthsOf(year).filter((_, index) => !narrow || index % 3 === 0);
  return {
    ...words,
    values: months.map(({ day }) => day),
    labelExpr: lookup(months.map(({ day, label }) => [day, label])),
    offset,
    labelAlign: 'left' as const,
    labelOffset: 3,
    labelPadding: -1,
    labelFlush: false,
    labelOverlap: false,
    labelBound: false,
    grid: false,
    domain: false,
    tickColor: light('line'),
    tickSize: 12,
    title: null,
  };
}

export const numberAxis = (ticks: readonly number[], label: (tick: number) => string) => ({
  ...words,
  values: [...ticks],
  labelExpr: lookup(ticks.map((tick) => [tick, label(tick)])),
  labelOverlap: false,
  gridColor: light('grid'),
  grid: true,
  domain: false,
  ticks: false,
  title: null,
});
