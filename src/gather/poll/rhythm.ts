import { type Day, type Watched, weekdayOf } from './watched.ts';

/** How an artist releases, as far as looks have shown it. */
export type Rhythm = {
  readonly perDay: number;
  /** Null where there are too few releases to tell one. */
  readonly cycle: Cycle | null;
};

type Cycle = {
  readonly last: Day;
  /** Half of the gaps between releases are shorter. */
  readonly gapDays: number;
  /** How closely the gaps keep to that: the shape of a log-logistic distribution. */
  readonly sharpness: number;
  /** From 0, releases come at any time, to 1, they come by the cycle. */
  readonly regularity: number;
};

/** Older releases say little about what an artist does now. */
const windowDays = 730;
/** What an artist counts as of whom nothing is known: half a release in 120 days. */
const prior = { releases: 0.5, days: 120 };
const gapsCounted = { least: 3, most: 12 };
/** The variance of the logarithms of gaps without any rhythm, and how many gaps that counts as. */
const irregular = { variance: Math.PI ** 2 / 6, gaps: 0.5 };

/** Dates that name only a month or a year count as its middle. */
export function rhythmOf({ looked, releases }: Watched): Rhythm {
  const until = looked ?? 0;
  const days = releases
    .map(({ first, last }) => Math.floor((first + last) / 2))
    .filter((day) => day <= until && day > until - windowDays)
    .sort((one, other) => one - other);
  return { perDay: (days.length + prior.releases) / (windowDays + prior.days), cycle: cycleOf([...new Set(days)]) };
}

function cycleOf(days: readonly Day[]): Cycle | null {
  const gaps = days.slice(1).map((day, at) => day - (days[at] as Day));
  const last = days.at(-1);
  if (last === undefined || gaps.length < gapsCounted.least) return null;
  const logs = gaps.slice(-gapsCounted.most).map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, irregular.variance * irregular.gaps);
  const variance = squares / (logs.length - 1 + irregular.gaps);
  // The logarithm of what is log-logistic has the variance (π / sharpness)² / 3.
  const sharpness = Math.PI / Math.sqrt(3 * variance);
  return { last, gapDays: Math.exp(mean), sharpness, regularity: Math.min(1, Math.max(0, (sharpness - 2) / 3)) };
}

/** How many times as many releases a weekday has as it would if all had the same, Monday first. */
export type Week = readonly number[];

/** As all artists together do it; where little is known, a hundred releases spread evenly stand beside it. */
export function weekOf(watched: readonly Watched[]): Week {
  const counts = Array.from({ length: 7 }, () => 100 / 7);
  for (const { looked, releases } of watched)
    for (const { first, last } of releases)
      if (first === last && looked !== null && first > looked - windowDays)
        counts[weekdayOf(first)] = (counts[weekdayOf(first)] ?? 0) + 1;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (7 * count) / all);
}
