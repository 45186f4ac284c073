import type { Desired } from '../domain/desired.ts';
import type { Actual } from '../domain/playlist.ts';
import type { Rule } from '../domain/rule.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Way } from './way.ts';

/** What a person should know of a plan besides its changes: what gave way, what waits, what Spotify does otherwise. */
export const notesOf = (
  rule: Rule,
  actual: Actual | null,
  desired: Desired,
  { way, requests }: { readonly way: Way['way']; readonly requests: number },
): readonly string[] => [
  ...desired.gaveWay,
  ...notRebuilt(rule, actual, way, requests),
  ...(desired.unknown === 0 ? [] : [`${desired.unknown} tracks stay or wait: a datum of theirs is not known`]),
  ...(actual === null || actual.details.public === null || actual.details.public === rule.public
    ? []
    : [
        `Spotify shows it as ${actual.details.public ? 'public, the rule says private' : 'private, the rule says public'}: its owner can change that in the app`,
      ]),
];

/** That a rebuild loses dates, how many, and what would keep them. */
export const datesProblem = (
  rule: Rule,
  { datesLost, capForDates }: Pick<Way, 'datesLost' | 'capForDates'>,
): readonly Problem[] =>
  capForDates === null
    ? []
    : [
        problem(
          'plan/dates-lost',
          { playlist: rule.name, lost: datesLost, requests: capForDates, cap: rule.settings.write.maxRequests },
          rule.at,
        ),
      ];

/** Why the cap did not lead to a rebuild. */
function notRebuilt({ settings }: Rule, actual: Actual | null, way: Way['way'], requests: number): readonly string[] {
  const { maxRequests, beyond } = settings.write;
  const isWithin = way === 'keep' && requests <= maxRequests;
  if (actual === null || way === 'rebuild' || beyond === 'loose' || isWithin) return [];
  const passed = way === 'loose' ? '' : `, though ${requests} writes pass the cap of ${maxRequests}`;
  return [`not rebuilt${passed}: it holds rows that could not be added again`];
}
