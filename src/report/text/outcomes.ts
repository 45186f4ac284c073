import type { Outcome, PlaylistPlan } from '../../domain/plan.ts';
import { counted } from '../../problem/counted.ts';
import { problemOf } from '../../problem/finding.ts';
import { renderProblem } from '../../problem/render.ts';

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
        outcome === undefined ? `  – left alone  ${slug}` : `  ${stateOf(outcome)}  ${slug}: ${end(outcome)}`,
        ...[...problems, ...(outcome?.problems ?? [])].map((one) =>
          renderProblem(problemOf(one)).replaceAll(/^/gm, '      '),
        ),
      ];
    }),
  ].join('\n');
}

/** Of what was written and not read back it is not known how much there is. */
const isUnchecked = ({ state, confirmed }: Outcome): boolean => state === 'partly' && !confirmed;

const stateOf = (outcome: Outcome): string => (isUnchecked(outcome) ? '✖ not checked' : words[outcome.state]);

const end = (outcome: Outcome): string => `${standing(outcome)}, ${counted(outcome.requests, 'request')}`;

function standing(outcome: Outcome): string {
  if (isUnchecked(outcome)) return 'written to and not read back';
  return outcome.actual === null ? 'not read again' : counted(outcome.actual.rows.length, 'row');
}
