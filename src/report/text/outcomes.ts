import type { Outcome, PlaylistPlan } from '../../domain/plan.ts';
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
export function renderOutcomes(outcomes: readonly Outcome[], planned: readonly PlaylistPlan[]): string {
  const done = outcomes.filter(({ state }) => state === 'applied' || state === 'unchanged').length;
  const outcomesBySlug = new Map(outcomes.map((one) => [one.slug, one]));
  const told = planned.filter(({ slug, problems }) => outcomesBySlug.has(slug) || problems.length > 0);
  return [
    `Applied ${done} of ${counted(told.length, 'playlist')}`,
    ...told.flatMap(({ slug, problems }) => {
      const outcome = outcomesBySlug.get(slug);
      return [
        outcome === undefined ? `  – left alone  ${slug}` : `  ${words[outcome.state]}  ${slug}: ${end(outcome)}`,
        ...[...problems, ...(outcome?.problems ?? [])].map((one) =>
          renderProblem(problemOf(one)).replaceAll(/^/gm, '      '),
        ),
      ];
    }),
  ].join('\n');
}

const end = ({ actual, requests }: Outcome): string =>
  `${actual === null ? 'not read again' : counted(actual.rows.length, 'row')}, ${counted(requests, 'request')}`;
