import type { ListLine } from '../../domain/list.ts';
import type { Problem } from '../../problem/problem.ts';
import type { ReadLines } from './read-list.ts';

export const isProblem = (value: object): value is Problem => 'code' in value && 'facts' in value;

/** What could be read, apart from what could not. */
export const sorted = (read: readonly (ListLine | Problem)[]): ReadLines => ({
  lines: read.flatMap((one) => (isProblem(one) ? [] : [one])),
  problems: read.filter(isProblem),
});
