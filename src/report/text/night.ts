import type { Outcome, Plan } from '../../domain/plan.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import { cutShort } from './cut-short.ts';
import { renderOutcomes } from './outcomes.ts';
import { renderPlan } from './plan.ts';
import { recovered, whatOf } from './recovered.ts';

export type ToldNight = {
  readonly run: { readonly run: string };
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly audit: readonly AuditBody[];
  readonly commit: string;
  /** The signal that ended it early. */
  readonly endedBy: string | undefined;
};

/** A night as its reader wants it: what changed and by whom, what a person must do, what was left alone. */
export function renderNight({ run, plan, outcomes, audit, commit, endedBy }: ToldNight): string {
  const others = audit.filter(({ kind, who }) => kind === 'items' && who.by !== 'setlist');
  return [
    ...recovered(audit, run),
    outcomes.length === 0 ? renderPlan(plan, { all: false }) : renderOutcomes(outcomes, plan.playlists),
    ...(others.length === 0 ? [] : [['Changed by others since the last run:', ...others.map(line)].join('\n')]),
    // A plan says so itself.
    ...(outcomes.length === 0
      ? []
      : [...left('Not due tonight', plan, 'not-due'), ...left('Put off to the next run', plan, 'put-off')]),
    ...cutShort(plan, outcomes, endedBy),
    `Recorded in commit ${commit.slice(0, 10)}`,
  ].join('\n\n');
}

const line = (body: AuditBody): string =>
  `  ${body.rule ?? body.playlist}: ${whatOf(body)} ${body.who.by === 'hand' ? 'by hand' : 'by Spotify'}`;

const left = (head: string, { playlists }: Plan, state: Plan['playlists'][number]['state']): readonly string[] => {
  const slugs = playlists.flatMap((one) => (one.state === state ? one.slug : []));
  return slugs.length === 0 ? [] : [`${head}: ${slugs.join(', ')}`];
};
