import { nonceOf } from '../../domain/nonce.ts';
import type { PlannedWrite, PlaylistPlan } from '../../domain/plan.ts';
import type { RowKey } from '../../domain/playlist.ts';
import type { Requests } from '../../domain/portfolio.ts';
import { buckets } from '../../domain/portfolio.ts';
import type { Noted } from '../../domain/records/audit.ts';
import type { Intent, RunIntent } from '../../domain/records/run.ts';
import type { Run } from './run.ts';

/** What is about to be written to a playlist, with the whys that the audit will need. */
export function intentOf(plan: PlaylistPlan, run: Run): Intent {
  const noted = (kind: PlaylistPlan['changes'][number]['kind']): readonly Noted[] =>
    plan.changes.flatMap((one) => (one.kind === kind ? { key: one.key as RowKey, why: one.why } : []));
  return {
    slug: plan.slug,
    id: plan.id,
    nonce: plan.id === null ? nonceOf(plan.account, plan.slug, run.run) : null,
    before: plan.before.hash,
    writes: plan.writes as readonly PlannedWrite[],
    entered: noted('add'),
    left: noted('remove'),
    moved: noted('move'),
    acked: plan.acked,
  };
}

export const intentLine = (run: Run, requests: Requests, intents: readonly Intent[]): RunIntent => ({
  ...run,
  event: 'intent',
  requests: counted(requests),
  intents,
});

/** Only the buckets in which anything was sent. */
export const counted = (requests: Requests): RunIntent['requests'] =>
  Object.fromEntries(buckets.filter((bucket) => requests[bucket] > 0).map((bucket) => [bucket, requests[bucket]]));
