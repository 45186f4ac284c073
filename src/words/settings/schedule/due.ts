import { Temporal } from 'temporal-polyfill';
import type { Pin } from '../../../domain/rule.ts';
import type { Schedule } from '../../../domain/settings.ts';

const { PlainDate } = Temporal;
type PlainDate = Temporal.PlainDate;

/** Whatever a schedule may ask for, 29 February included, comes within eight years. */
const mostNightsBack = 8 * 366;

/** Names of sources whose tracks are others than at the last success; `unread` while that is not known. */
export type Changed = ReadonlySet<string> | 'unread';

/**
 * Whether one of these conditions has a night after `after` (the rule's last success; null: there was none) and not after
 * `until`. Nights are dates in the portfolio's zone. A late run finds what it missed, a second one finds nothing.
 * `3d` counts from the last success. `on_change` has a night when its source changed, its order included; before that is read it may have.
 */
export function isDue(
  schedules: readonly Schedule[],
  after: string | null,
  until: string,
  changed: Changed = 'unread',
): boolean {
  if (after === null) return schedules.some(({ kind }) => kind !== 'never');
  const since = { last: PlainDate.from(after), changed };
  return schedules.some((one) => nightsBetween(after, until).some((night) => isNightOf(one, night, since)));
}

type Since = { readonly last: PlainDate; readonly changed: Changed };

function isNightOf(schedule: Schedule, night: PlainDate, { last, changed }: Since): boolean {
  switch (schedule.kind) {
    case 'never':
      return false;
    case 'on-change':
      return changed === 'unread' || changed.has(schedule.source);
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
  last === null ? [tonight] : nightsBetween(last, tonight).map(String).toArray();

/** When a night begins in the portfolio's zone, milliseconds since 1970. */
export const startOfNightMs = (night: string, timezone: string): number =>
  PlainDate.from(night).toZonedDateTime({ timeZone: timezone }).epochMilliseconds;

/** The latest nights after one date and up to another, oldest first. */
function* nightsBetween(after: string, until: string): Generator<PlainDate> {
  const last = PlainDate.from(until);
  const count = Math.min(PlainDate.from(after).until(last).total('days'), mostNightsBack);
  for (let ago = count - 1; ago >= 0; ago--) yield last.subtract({ days: ago });
}
