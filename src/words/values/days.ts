import { Temporal } from 'temporal-polyfill';
import type { PartialDate } from '../../domain/item.ts';
import type { Instant } from '../../domain/playlist.ts';
import { counted } from '../../problem/counted.ts';
import type { Tri } from './kleene.ts';

/** Days from the first to the last, both included, as ISO dates; null: no end on that side. */
export type Days = { readonly first: string | null; readonly last: string | null };

const written = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/;

/**
 * All days that a date as exact as `2026`, `2026-11` or `2026-11-20` can mean; undefined when it means none, as
 * Spotify's `0000` does. Years have four digits and so days compare as texts.
 */
export function daysOf(date: PartialDate): Days | undefined {
  const [, year = '', month = '01', day = '01'] = written.exec(date) ?? [];
  const first = plainDate(`${year}-${month}-${day}`);
  if (first === undefined) return undefined;
  const span = date.length === 4 ? { years: 1 } : date.length === 7 ? { months: 1 } : { days: 1 };
  return { first: first.toString(), last: first.add(span).subtract({ days: 1 }).toString() };
}

function plainDate(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** The day of a moment in a zone; undefined when the text is no moment. */
export function dayIn(timezone: string, moment: Instant): string | undefined {
  try {
    return Temporal.Instant.from(moment).toZonedDateTimeISO(timezone).toPlainDate().toString();
  } catch {
    return undefined;
  }
}

/** Whether a date falls into a range: true when all its possible days do, false when none does, else not known. */
export function fallsInto(date: Days, range: Days): Tri {
  const { first, last } = { first: date.first ?? beforeAll, last: date.last ?? afterAll };
  const [from, until] = [range.first ?? beforeAll, range.last ?? afterAll];
  if (last < from || first > until) return false;
  return first >= from && last <= until ? true : null;
}

const beforeAll = '';
const afterAll = '~';

export type DaySpan = { readonly months: number; readonly days: number };

/** The days from so long ago up to the night, both included. */
export const lastDays = (night: string, { months, days }: DaySpan): Days => ({
  first: isForever({ months, days }) ? null : Temporal.PlainDate.from(night).subtract({ months, days }).toString(),
  last: night,
});

/** `42 days`, `6 months`, `2 years`. */
export function spanInWords({ months, days }: DaySpan): string {
  const [count, unit] = months === 0 ? [days, 'day'] : months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return counted(count, unit);
}

/** `the last 42 days`, `the last month`. */
export const lastInWords = (span: DaySpan): string => `the last ${spanInWords(span).replace(/^1 /, '')}`;

export const isDaySpan = (value: unknown): value is DaySpan =>
  typeof value === 'object' && value !== null && 'months' in value && 'days' in value;

/** Longer than there are dates, and more than the calendar can count back. */
const isForever = ({ months, days }: DaySpan): boolean => months > 12_000 || days > 400_000;

export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** The week (from Monday), month or year that a night is in, whole. */
export function periodOf(night: string, period: 'week' | 'month' | 'year'): Days {
  if (period !== 'week') return daysOf(night.slice(0, period === 'month' ? 7 : 4)) ?? { first: night, last: night };
  const day = Temporal.PlainDate.from(night);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return { first: monday.toString(), last: monday.add({ days: 6 }).toString() };
}
