import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '../../../domain/settings.ts';
export function isDue(schedules: readonly Schedule[], after: string | null, until: string): boolean {
  return schedules.some(({ kind }) => kind !== 'never') && (after === null || after < until);
}
export const pinsTurn = (_pins: readonly unknown[], _after: string | null, _until: string): boolean => false;
export function nightsToServe(last: string | null, night: string): readonly string[] {
  if (last === null) return [night];
  const nights: string[] = [];
  for (let one = Temporal.PlainDate.from(last).add({ days: 1 }); one.toString() <= night; one = one.add({ days: 1 }))
    nights.push(one.toString());
  return nights;
}
export const startOfNightMs = (night: string, timezone: string): number =>
  Temporal.PlainDate.from(night).toZonedDateTime({ timeZone: timezone }).epochMilliseconds;
