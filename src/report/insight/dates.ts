import { Temporal } from 'temporal-polyfill';
import type { Restoring } from '../../domain/records/run.ts';
import { dayInWords, dayOf } from '../charts/calendar.ts';
import { grouped } from '../charts/numbers.ts';

/** `22 Nov 2026` for `2026-11-22`. */
export function nightInWords(night: string): string {
  const year = yearOf(night);
  return `${dayInWords(dayOf(night, year), year)} ${year}`;
}

/** The moment that a restore leads back to: `22 Nov 2026`, or `before run 20261122T034100Z-4f9a1c`. */
export const momentInWords = (one: Restoring): string =>
  'to' in one ? nightInWords(one.to) : `before run ${one.before}`;

export const yearOf = (night: string): number => Number(night.slice(0, 4));

/** The date so many days later, earlier when `days` is negative. */
export const plusDays = (night: string, days: number): string =>
  Temporal.PlainDate.from(night).add({ days }).toString();

export const firstOfMonth = (night: string): string => `${night.slice(0, 7)}-01`;

/** Every date from the first to the last, both included. */
export function nightsFrom(first: string, last: string): readonly string[] {
  const nights: string[] = [];
  for (let night = first; night <= last; night = plusDays(night, 1)) nights.push(night);
  return nights;
}

/** `7 h 52 min`. */
export function hours(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${grouped(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}
