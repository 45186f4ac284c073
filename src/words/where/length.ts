import { Type } from 'typebox';
import { problem } from '../../problem/problem.ts';
import { below } from '../below.ts';
import { parseLengthMs } from '../values/length.ts';
import type { Reading } from '../word.ts';
import { defineOperator, type Operator, type Operators } from './operator.ts';

const length = Type.Union([Type.String(), Type.Number({ minimum: 0 })], {
  description: 'Minutes and seconds, a span, or seconds: "2:30", 3m, 150',
});

const than = (holds: (ms: number, limitMs: number) => boolean): Operator<number> =>
  defineOperator({ schema: length, read: readLength, holds: (limitMs: number, ms: number) => holds(ms, limitMs) });

/** Tests of lengths. `is` and `is_not` go by the second, as lengths are shown. */
export const lengths: Operators<number> = {
  is: than((ms, limitMs) => seconds(ms) === seconds(limitMs)),
  is_not: than((ms, limitMs) => seconds(ms) !== seconds(limitMs)),
  gt: than((ms, limitMs) => ms > limitMs),
  gte: than((ms, limitMs) => ms >= limitMs),
  lt: than((ms, limitMs) => ms < limitMs),
  lte: than((ms, limitMs) => ms <= limitMs),
  between: defineOperator({
    schema: Type.Array(length, { minItems: 2, maxItems: 2 }),
    read: readRange,
    holds: ({ from, until }: Range, ms: number) => from <= ms && ms <= until,
  }),
};

type Range = { readonly from: number; readonly until: number };

const seconds = (ms: number): number => Math.floor(ms / 1000);

function readLength(written: string | number, reading: Reading): number | undefined {
  const ms = parseLengthMs(written);
  if (ms !== undefined) return ms;
  const facts = { what: 'length', found: `"${written}"`, wanted: 'minutes and seconds like "2:30"', nearest: null };
  reading.report(problem('rules/wrong-value', facts, reading.at()));
  return undefined;
}

function readRange(written: readonly (string | number)[], reading: Reading): Range | undefined {
  const [from, until] = written.map((one, index) => readLength(one, below(reading, index)));
  if (from === undefined || until === undefined) return undefined;
  if (from <= until) return { from, until };
  const facts = { what: 'between', found: written.join(' to '), wanted: 'the shorter length first', nearest: null };
  reading.report(problem('rules/wrong-value', facts, reading.at()));
  return undefined;
}

/** A length as people read it: `3:07`, `1:02:03`. */
export function renderLength(ms: number): string {
  const all = seconds(ms);
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
  const pad = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(all % 60)}` : `${minutes}:${pad(all % 60)}`;
}
