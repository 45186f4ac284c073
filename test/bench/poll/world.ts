import { type Random, randomOf } from '../../../src/simulator/world/seeded/random.ts';

/**
 * Artists and the days on which they release, fixed before the poller was written and not touched since:
 * - releases a year are log-normal with a median of 2 and a sigma of 1.8 (a mean of 10, one in a hundred above 130);
 * - every other artist keeps a cycle of its own, each gap 20 % longer or shorter at most; the others are Poisson;
 * - 70 % of the releases are on a Friday: the nearest one to the day that the rhythm gives. The others are not;
 * - five years of releases lie before the first night. Of those older than three years one in five tells only its year.
 */
export type Artist = {
  readonly id: string;
  readonly perYear: number;
  readonly isCyclic: boolean;
  /** In order of their days, and as a look at the artist shows them. */
  readonly releases: readonly Release[];
};

/** Days since 1970. `first` and `last` are what its date can mean, `day` is when it came. */
export type Release = { readonly day: number; readonly first: number; readonly last: number };

/** 23 November 2026, a Monday. */
export const firstNight = 20_780;
const pastDays = 5 * 365;
const medianPerYear = 2;
const sigma = 1.8;

export const worldOf = (seed: string, artists: number, nights: number): readonly Artist[] =>
  Array.from({ length: artists }, (_, at) => artistOf(`artist-${String(at).padStart(5, '0')}`, seed, nights));

function artistOf(id: string, seed: string, nights: number): Artist {
  const random = randomOf(`${seed} ${id}`);
  const perYear = medianPerYear * Math.exp(sigma * normal(random));
  const isCyclic = random.chance(0.5);
  const gapDays = 365 / perYear;
  const start = firstNight - pastDays;
  const days: number[] = [];
  // Begun one gap early, so that the first gap can be under way when the past begins.
  for (let at = start - gapDays * random.share(); at < firstNight + nights + 7; ) {
    at += isCyclic ? gapDays * (0.8 + 0.4 * random.share()) : -gapDays * Math.log(1 - random.share());
    const day = onItsWeekday(Math.floor(at), random);
    if (day >= start && day < firstNight + nights) days.push(day);
  }
  return { id, perYear, isCyclic, releases: days.sort((one, other) => one - other).map((day) => dated(day, random)) };
}

/** 0 is Monday; the first of January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => (day + 3) % 7;
const friday = 4;

function onItsWeekday(day: number, random: Random): number {
  const toNearestFriday = ((friday - weekdayOf(day) + 10) % 7) - 3;
  if (random.chance(0.7)) return day + toNearestFriday;
  return toNearestFriday === 0 ? day + random.pick([-3, -2, -1, 1, 2, 3]) : day;
}

function dated(day: number, random: Random): Release {
  if (day > firstNight - 3 * 365 || !random.chance(0.2)) return { day, first: day, last: day };
  const year = new Date(day * 86_400_000).getUTCFullYear();
  return { day, first: Date.UTC(year, 0, 1) / 86_400_000, last: Date.UTC(year, 11, 31) / 86_400_000 };
}

/** Box and Muller's way to the normal distribution. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.share())) * Math.cos(2 * Math.PI * random.share());
