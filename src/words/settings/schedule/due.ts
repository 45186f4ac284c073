import { Temporal } from 'temporal-polyfill';
import type { Pin } from '../../../domain/rule.ts';
import type { Schedule } from '../../../domain/settings.ts';

const { PlainDate } = Temporal;
type PlainDate = Temporal.PlainDate;

/** A window that comes once a year is met within two. */
const mostNightsBack = 732;

/**
 * Whether one of these conditions has a night after `after` (the rule's last success; null: there was none) and not after
 * `until`. Nights are dates in the portfolio's zone. A late run finds what it missed, a second one finds nothing.
 */
export function isDue(schedules: readonly Schedule[], after: string | null, until: string): boolean {
  if (after === null) return schedules.some(({ kind }) => kind !== 'never');
  return schedules.some((one) =>
    nightsBetween(after, until).some((night) => isNightOf(one, night, PlainDate.from(after))),
  );
}

function isNightOf(schedule: Schedule, night: PlainDate, last: PlainDate): boolean {
  switch (schedule.kind) {
    case 'never':
      return false;
    case 'on-change':
      // Whether the source changed is only known once it was read.
      return true;
    case 'every-days':
      return last.until(night).total('days') >= schedule.days && isWithin(night, schedule.between);
    case 'every':
      return isWithin(night, schedule.between) && isOn(schedule, night);
  }
}

function isOn({ every, on }: Extract<Schedule, { kind: 'every' }>, night: PlainDate): boolean {
  if (every === 'day') return true;
  if (every === 'week') return (on.length === 0 ? ['mon'] : on).includes(weekdays[night.dayOfWeek - 1] ?? '');
  // A day past the month's end is its last day.
  const days = (on.length === 0 ? [1] : on).map((day) => (day === 'last' ? 31 : Number(day)));
  return days.some((day) => Math.min(day, night.daysInMonth) === night.day);
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Months and days, both included; a window may cross the new year. */
function isWithin(night: PlainDate, between: readonly [string, string] | null): boolean {
  if (between === null) return true;
  const [from, until] = between;
  const day = night.toString().slice(5);
  return from <= until ? from <= day && day <= until : from <= day || day <= until;
}

/** Whether a pin begins or is over on a night after `after` and not after `until`. */
export function pinsTurn(pins: readonly Pin[], after: string | null, until: string): boolean {
  if (after === null) return false;
  const turns = pins.flatMap((pin) => [
    ...(pin.from === null ? [] : [pin.from]),
    ...(pin.until === null ? [] : [PlainDate.from(pin.until).add({ days: 1 }).toString()]),
  ]);
  return turns.some((night) => after < night && night <= until);
}

/** The nights that a run serves: all since the last one that was, up to tonight; only tonight where there was none. */
export const nightsToServe = (last: string | null, tonight: string): readonly string[] =>
  last === null ? [tonight] : nightsBetween(last, tonight).map(String);

/** When a night begins in the portfolio's zone, milliseconds since 1970. */
export const startOfNightMs = (night: string, timezone: string): number =>
  PlainDate.from(night).toZonedDateTime({ timeZone: timezone }).epochMilliseconds;

/** The latest nights after one date and up to another, oldest first. */
function nightsBetween(after: string, until: string): readonly PlainDate[] {
  const last = PlainDate.from(until);
  const count = Math.min(PlainDate.from(after).until(last).total('days'), mostNightsBack);
  return Array.from({ length: Math.max(0, count) }, (_, index) => last.subtract({ days: count - 1 - index }));
}
