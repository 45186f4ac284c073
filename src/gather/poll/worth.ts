import type { Rhythm, Week } from './rhythm.ts';
import { type Day, weekdayOf } from './watched.ts';

/** Days before these add nothing: so long no bound is. */
const mostDays = 400;

/**
 * How much more a release weighs for each day that it lies after the last look. With 1 the mean wait for releases comes
 * out least, with less the typical one. Tuned on worlds that the bench does not report.
 */
export const restlessness = 0.6;

/**
 * What a look tonight is worth: the releases expected of each day since the last look, by the days from that look on.
 * Looking at everyone whenever this passes one and the same price makes the waits for releases least: it is the index of
 * a restless bandit whose cost is the releases that wait. It grows faster than the days do, and a day on which much
 * comes out is worth most to those who were not looked at for long.
 */
export function worthOf(rhythm: Rhythm, week: Week, looked: Day, tonight: Day): number {
  let worth = 0;
  for (let day = Math.max(looked, tonight - mostDays) + 1; day <= tonight; day++)
    worth += expectedOn(day, rhythm) * (week[weekdayOf(day)] ?? 1) * (day - looked) ** restlessness;
  return worth;
}

function expectedOn(day: Day, { perDay, cycle }: Rhythm): number {
  if (cycle === null) return perDay;
  const passed = (until: Day): number => (Math.max(0, until - cycle.last) / cycle.gapDays) ** cycle.sharpness;
  // The cumulated hazard of the log-logistic distribution: it rises towards the cycle, and wanes when nothing comes.
  const due = Math.log1p(passed(day)) - Math.log1p(passed(day - 1));
  return cycle.regularity * due + (1 - cycle.regularity) * perDay;
}
