import { Temporal } from 'temporal-polyfill';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';

/** The date that an option names; throws a `Failure` for anything else. */
export function dateIn(option: string, text: string): string {
  try {
    if (Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text) return text;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
  }
  const reason = `${option} takes a date like 2026-11-22, not "${text}"`;
  throw new Failure([problem('usage/wrong', { reason, fix: 'Write year, month and day' })]);
}
