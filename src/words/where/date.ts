import { Type } from 'typebox';
import { problem } from '../../problem/problem.ts';
import { below } from '../below.ts';
import { type DaySpan, type Days, dayAfter, dayBefore, daysOf, fallsInto, lastDays, periodOf } from '../values/days.ts';
import { not } from '../values/kleene.ts';
import { parseSpan } from '../values/span.ts';
import type { Reading } from '../word.ts';
import { defineOperator, type Operator, type Operators } from './operator.ts';

const date = Type.Union([Type.String(), Type.Integer({ minimum: 1000, maximum: 2999 })], {
  description: 'A day, a month or a year: 2026-11-20, 2026-11, 2026',
});
const span = Type.String({ description: 'Days or longer: 28d, 4w, 6mo, 2y' });

/** Tests whether the datum falls into the range that the operand means on the night of the plan. */
const inRange = (range: (days: Days) => Days): Operator<Days> =>
  defineOperator({
    schema: date,
    read: readDate,
    holds: (days: Days, datum: Days) => fallsInto(datum, range(days)),
  });

const inTheLast = defineOperator({
  schema: span,
  read: readDaySpan,
  holds: (ago: DaySpan, datum: Days, { night }) => fallsInto(datum, lastDays(night, ago)),
});

const is = inRange((days) => days);

/**
 * Tests of dates that may only be known to the month or the year. Such a date is all its days at once: a test holds
 * when it would for each of them and fails when it would for none; else it is not known. So `2026-11` is out of "the
 * last 14 days" once its last possible day is, and in only when they reach back to its first.
 * The last days end with the night itself: what comes out later is not in them yet.
 */
export const dates: Operators<Days> = {
  is,
  on: is,
  is_not: { ...is, holds: (days, datum, asking) => not(is.holds(days, datum, asking)) },
  before: inRange(({ first }) => ({ first: null, last: first === null ? null : dayBefore(first) })),
  after: inRange(({ last }) => ({ first: last === null ? null : dayAfter(last), last: null })),
  between: defineOperator({
    schema: Type.Array(date, { minItems: 2, maxItems: 2 }),
    read: readRange,
    holds: (range: Days, datum: Days) => fallsInto(datum, range),
  }),
  in_the_last: inTheLast,
  not_in_the_last: { ...inTheLast, holds: (ago, datum, asking) => not(inTheLast.holds(ago, datum, asking)) },
  this: defineOperator({
    schema: Type.Enum(['week', 'month', 'year']),
    read: (period) => period,
    holds: (period, datum: Days, { night }) => fallsInto(datum, periodOf(night, period)),
  }),
};

export function readDate(written: string | number, reading: Reading): Days | undefined {
  const days = daysOf(String(written));
  if (days !== undefined) return days;
  const facts = {
    what: 'date',
    found: `"${written}"`,
    wanted: 'a date like 2026-11-20, 2026-11 or 2026',
    nearest: null,
  };
  reading.report(problem('rules/wrong-value', facts, reading.at()));
  return undefined;
}

/** Nights are days, so spans of hours would come out differently from run to run. */
export function readDaySpan(written: string, reading: Reading): DaySpan | undefined {
  const read = parseSpan(written);
  if (read !== undefined && read.ms === 0) return { months: read.months, days: read.days };
  const facts = {
    what: 'span',
    found: `"${written}"`,
    wanted: 'a span of days or longer: 28d, 4w, 6mo, 2y',
    nearest: null,
  };
  reading.report(problem('rules/wrong-value', facts, reading.at()));
  return undefined;
}

function readRange(written: readonly (string | number)[], reading: Reading): Days | undefined {
  const [from, until] = written.map((one, index) => readDate(one, below(reading, index)));
  if (from === undefined || until === undefined) return undefined;
  if (fallsInto({ first: from.first, last: from.first }, { first: null, last: until.last }) === true)
    return { first: from.first, last: until.last };
  const facts = { what: 'between', found: written.join(' to '), wanted: 'the earlier date first', nearest: null };
  reading.report(problem('rules/wrong-value', facts, reading.at()));
  return undefined;
}
