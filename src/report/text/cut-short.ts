import type { Outcome, Plan } from '../../domain/plan.ts';

/** What a signal left to the next run; nothing where none came. */
export function cutShort({ playlists }: Plan, outcomes: readonly Outcome[], by: string | undefined): readonly string[] {
  if (by === undefined) return [];
  const begun = new Set(outcomes.map(({ slug }) => slug));
  const rest = playlists.flatMap(({ slug, state }) =>
    (state === 'change' || state === 'create') && !begun.has(slug) ? slug : [],
  );
  return [
    ...(rest.length === 0 ? [] : [`Not begun: ${rest.join(', ')}`]),
    `Ended by ${by}: the next run goes on from here`,
  ];
}
