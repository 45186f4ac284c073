import type { Schedule } from '../../../domain/settings.ts';
import { problem } from '../../../problem/problem.ts';
import { isDate } from '../../values/date.ts';
import { nearest } from '../../values/nearest.ts';
import { parseSpan } from '../../values/span.ts';
import type { Reading } from '../../word.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const wholeWeekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

type Day = string | number;
type Every = {
  readonly every: string;
  readonly on?: Day | readonly Day[];
  readonly between?: readonly string[];
};
export type Written = 'never' | Every | { readonly on_change: string };

const spans = ['day', 'week', 'month'] as const;

export function readCondition(written: Written, reading: Reading): Schedule | undefined {
  if (written === 'never') return { kind: 'never' };
  if ('on_change' in written) return { kind: 'on-change', source: written.on_change };
  const between = readBetween(written.between, reading);
  const every = spans.find((span) => span === written.every);
  const days = every === undefined ? readDays(written, reading) : undefined;
  const on = every === undefined ? [] : readOn(every, written.on, reading);
  if (between === undefined || on === undefined || (every === undefined && days === undefined)) return undefined;
  return every === undefined ? { kind: 'every-days', days: days ?? 1, between } : { kind: 'every', every, on, between };
}

function readDays({ every, on }: Every, reading: Reading): number | undefined {
  const span = parseSpan(every);
  const isDays = span !== undefined && span.days > 0 && span.months === 0 && span.ms === 0;
  if (!isDays)
    wrong(
      {
        what: 'every',
        found: `"${every}"`,
        wanted: 'day, week, month, or days like 3d',
        nearest: nearest(every, spans),
      },
      reading,
      'every',
    );
  else if (on !== undefined) conflict('nights counted in days fall on any day', reading);
  return isDays && on === undefined ? span.days : undefined;
}

function readOn(every: 'day' | 'week' | 'month', on: Every['on'], reading: Reading): readonly Day[] | undefined {
  if (on === undefined) return [];
  if (every === 'day') return conflict('every day is meant already', reading);
  const isList = typeof on === 'object';
  const read = (isList ? on : [on]).map((day, index) => readDay(every, day, reading, isList ? ['on', index] : ['on']));
  return read.every((day) => day !== undefined) ? read : undefined;
}

function readDay(every: 'week' | 'month', day: Day, reading: Reading, path: readonly Day[]): Day | undefined {
  const short = typeof day === 'string' ? day.toLowerCase() : day;
  const weekday = weekdays.find((one, index) => short === one || short === wholeWeekdays[index]);
  if (every === 'week' && weekday !== undefined) return weekday;
  if (every === 'month' && (short === 'last' || typeof short === 'number')) return short;
  const wanted = every === 'week' ? `a weekday: ${weekdays.join(', ')}` : 'a day of the month, 1 to 31, or last';
  wrong(
    { what: 'on', found: typeof day === 'string' ? `"${day}"` : String(day), wanted, nearest: null },
    reading,
    ...path,
  );
  return undefined;
}

function readBetween(between: Every['between'], reading: Reading): readonly [string, string] | null | undefined {
  const [from, until] = between ?? [];
  if (from === undefined || until === undefined) return null;
  // 2028 is a leap year: 29 February may be meant.
  const strange = [from, until].filter((day) => !isDate(`2028-${day}`));
  for (const day of strange)
    wrong(
      { what: 'between', found: `"${day}"`, wanted: 'a month and a day like 12-01', nearest: null },
      reading,
      'between',
      day === from ? 0 : 1,
    );
  return strange.length === 0 ? [from, until] : undefined;
}

type Wrong = {
  readonly what: string;
  readonly found: string;
  readonly wanted: string;
  readonly nearest: string | null;
};

const wrong = (facts: Wrong, reading: Reading, ...path: readonly Day[]): void =>
  reading.report(problem('rules/wrong-value', facts, reading.at(...path)));

function conflict(reason: string, reading: Reading): undefined {
  reading.report(problem('rules/conflict', { words: ['every', 'on'], reason }, reading.at('on')));
  return undefined;
}
