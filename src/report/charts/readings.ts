import { dayOf, daysIn, firstMonday } from './calendar.ts';
import type { ChartData } from './chart.ts';

/** One night of either kind of chart. */
export type Reading = {
  /** Since the first of January. */
  readonly day: number;
  readonly size: number;
  readonly entered: number;
  readonly left: number;
  readonly byHand: boolean;
  readonly held: boolean;
};

/** The nights of the year by date, whatever their order was; of a night that is given twice, the larger record. */
export function readingsOf(data: ChartData): readonly Reading[] {
  const last = daysIn(data.year) - 1;
  const readings =
    data.kind === 'overview'
      ? data.nights.map((one) => ({ ...one, size: one.tracks, byHand: false, held: false }))
      : data.nights.map((one) => ({ ...one, size: one.count }));
  return readings
    .map(({ night, size, entered, left, byHand, held }): Reading => {
      return { day: dayOf(night, data.year), size, entered, left, byHand, held };
    })
    .filter(({ day }) => day >= 0 && day <= last)
    .sort((one, other) => keyOf(one).reduce((order, key, index) => order || key - (keyOf(other)[index] ?? 0), 0))
    .filter((one, index, all) => one.day !== all[index + 1]?.day);
}

const keyOf = ({ day, size, entered, left, byHand, held }: Reading): readonly number[] => [
  day,
  size,
  entered,
  left,
  Number(byHand),
  Number(held),
];

/** Nights in a row that were read: a line is drawn within a run, never from one to the next. */
export const runsOf = (readings: readonly Reading[]): readonly (readonly Reading[])[] =>
  readings.reduce<Reading[][]>((runs, reading) => {
    const run = runs.at(-1);
    if (run?.at(-1)?.day === reading.day - 1) run.push(reading);
    else runs.push([reading]);
    return runs;
  }, []);

/** Nights between two readings that were not read. */
export type Gap = { readonly before: Reading; readonly after: Reading; readonly nights: number };

export const gapsOf = (readings: readonly Reading[]): readonly Gap[] =>
  readings.flatMap((after, index) => {
    const before = readings[index - 1];
    return before === undefined || after.day - before.day === 1
      ? []
      : [{ before, after, nights: after.day - before.day - 1 }];
  });

/** What came and went from a Monday to a Sunday, cut at the ends of the year; `until` is the day after. */
export type Week = { readonly from: number; readonly until: number; readonly entered: number; readonly left: number };

export function weeksOf(readings: readonly Reading[], year: number): readonly Week[] {
  const shift = (7 - firstMonday(year)) % 7;
  const byWeek = Map.groupBy(readings, ({ day }) => Math.floor((day + shift) / 7));
  return [...byWeek].map(([week, nights]) => ({
    from: Math.max(0, week * 7 - shift),
    until: Math.min(daysIn(year), week * 7 - shift + 7),
    entered: nights.reduce((sum, { entered }) => sum + entered, 0),
    left: nights.reduce((sum, { left }) => sum + left, 0),
  }));
}
