import { Temporal } from 'temporal-polyfill';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { isDate } from '../words/values/date.ts';

/** A night, and the moment that its plan takes for now: noon of it in the portfolio's zone, so that the hour of a run changes no plan. */
export type Night = { readonly night: string; readonly nowMs: number };

/** The night that `--at` names: `now`, `next` (tomorrow), or a date. */
export function nightAt(at: string, nowMs: number, timezone: string): Night {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timezone).toPlainDate();
  const date = at === 'now' ? today : at === 'next' ? today.add({ days: 1 }) : parseDate(at);
  const noon = date.toZonedDateTime({ timeZone: timezone, plainTime: '12:00' });
  return { night: date.toString(), nowMs: noon.epochMilliseconds };
}

function parseDate(text: string): Temporal.PlainDate {
  if (isDate(text)) return Temporal.PlainDate.from(text);
  throw new Failure([
    problem('usage/wrong', {
      reason: `--at takes "now", "next" or a date like 2026-11-29, not "${text}"`,
      fix: 'Write one of them; a date has year, month and day',
    }),
  ]);
}
