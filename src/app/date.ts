import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { isDate } from '../words/values/date.ts';

/** The date that an option names; throws a `Failure` for anything else. */
export function dateIn(option: string, text: string): string {
  if (isDate(text)) return text;
  const reason = `${option} takes a date like 2026-11-22, not "${text}"`;
  throw new Failure([problem('usage/wrong', { reason, fix: 'Write year, month and day' })]);
}
