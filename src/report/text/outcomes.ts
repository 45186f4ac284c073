import type { Outcome } from '../../domain/plan.ts';
import { problemOf } from '../../problem/finding.ts';
import { renderProblem } from '../../problem/render.ts';
import { counted } from './counted.ts';

const words = {
  applied: '✔ applied',
  unchanged: '= unchanged',
  'not-applied': '✖ not applied',
  partly: '✖ partly applied',
} as const;

/** What became of each playlist, a line each, and what a person must know below it. */
export function renderOutcomes(outcomes: readonly Outcome[]): string {
  const done = outcomes.filter(({ state }) => state === 'applied' || state === 'unchanged').length;
  return [
    `Applied ${done} of ${counted(outcomes.length, 'playlist')}`,
    ...outcomes.flatMap((one) => [
      `  ${words[one.state]}  ${one.slug}: ${one.actual === null ? 'not read again' : counted(one.actual.rows.length, 'row')}, ${counted(one.requests, 'request')}`,
      ...one.problems.map((problem) => renderProblem(problemOf(problem)).replaceAll(/^/gm, '      ')),
    ]),
  ].join('\n');
}
