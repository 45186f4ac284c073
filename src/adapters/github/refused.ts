import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Answer } from './api.ts';

/** What GitHub refused, in words; `doing` completes "Cannot … on GitHub". */
export function refused(doing: string, answer: Answer): Failure {
  const reason = answer.kind === 'answer' ? 'its answer cannot be read' : clipped(answer.reason);
  const code = isPermission(answer) ? 'machine/github-permission' : 'machine/github';
  return new Failure([problem(code, { doing, reason })]);
}

const isPermission = (answer: Answer): boolean =>
  answer.kind === 'refused' &&
  (answer.status === 401 ||
    answer.status === 403 ||
    answer.types.includes('FORBIDDEN') ||
    /resource not accessible|protected branch|rule violations/i.test(answer.reason));

/** GitHub's own words, without the address of their documentation. */
const clipped = (reason: string): string => reason.replace(/ - https?:\/\/\S+$/, '').slice(0, 200);
