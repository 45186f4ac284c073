import type { Outcome, Plan } from '../../domain/plan.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import { counted, signed } from './counted.ts';
import { renderOutcomes } from './outcomes.ts';
import { renderPlan } from './plan.ts';

export type ToldNight = {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly audit: readonly AuditBody[];
  readonly commit: string;
};

/** A night as its reader wants it: what changed and by whom, what a person must do, what was left alone. */
export function renderNight({ plan, outcomes, audit, commit }: ToldNight): string {
  const others = audit.filter(({ kind, who }) => kind === 'items' && who.by !== 'setlist');
  return [
    outcomes.length === 0 ? renderPlan(plan, { all: false }) : renderOutcomes(outcomes, plan.playlists),
    ...(others.length === 0 ? [] : [['Changed by others since the last run:', ...others.map(line)].join('\n')]),
    // A plan says so itself.
    ...(outcomes.length === 0
      ? []
      : [...left('Not due tonight', plan, 'not-due'), ...left('Put off to the next run', plan, 'put-off')]),
    `Recorded in commit ${commit.slice(0, 10)}`,
  ].join('\n\n');
}

function line({ rule, playlist, who, entered, left: gone, moved }: AuditBody): string {
  const parts = [
    ...(entered.length > 0 ? [signed(entered.length)] : []),
    ...(gone.length > 0 ? [signed(-gone.length)] : []),
    ...(moved.length > 0 ? [`${counted(moved.length, 'track')} moved`] : []),
  ];
  return `  ${rule ?? playlist}: ${parts.join(', ')} ${who.by === 'hand' ? 'by hand' : 'by Spotify'}`;
}

const left = (head: string, { playlists }: Plan, state: Plan['playlists'][number]['state']): readonly string[] => {
  const slugs = playlists.flatMap((one) => (one.state === state ? one.slug : []));
  return slugs.length === 0 ? [] : [`${head}: ${slugs.join(', ')}`];
};
