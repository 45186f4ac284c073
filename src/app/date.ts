import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { isDate } from '../words/values/date.ts';

/** The date that an option names; throws a `Failure` for anything else. */
export function dateIn(option: string, text: string): string {
  if (isDate(text)) return text;
  throw new Failure([noDate(option, text)]);
}

export function noDate(option: string, text: string): Problem {
  const reason = `${option} takes a date like 2026-11-22, not "${text}"`;
  return problem('usage/wrong', { reason, fix: 'Write year, month and day' });
}
