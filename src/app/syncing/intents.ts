import { nonceOf } from '../../domain/nonce.ts';
import type { PlannedWrite, PlaylistPlan } from '../../domain/plan.ts';
import type { RowKey } from '../../domain/playlist.ts';
import type { Requests } from '../../domain/portfolio.ts';
import { noRequests } from '../../domain/price.ts';
import { type Times, withRetries } from '../../domain/quota.ts';
import type { Noted } from '../../domain/records/audit.ts';
import type { Intent, RunIntent } from '../../domain/records/run.ts';
import { counted, sentAt } from '../../ledger/quota.ts';
import type { Account } from '../ports.ts';
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

/** `promised`: the price of what is announced. */
export const intentLine = (run: Run, sent: Sending, promised: Requests, intents: readonly Intent[]): RunIntent => ({
  ...run,
  event: 'intent',
  ...sentBy(run, sent),
  promised: counted(withRetries(promised)),
  intents,
});

/** What an account sent so far. */
export type Sending = { readonly sent: Requests; readonly times: Times };
export const sendingOf = (account: Account | undefined): Sending => ({
  sent: account?.sent() ?? noRequests,
  times: account?.times() ?? {},
});

/** The same as a run records it. */
export const sentBy = ({ at }: Run, { sent, times }: Sending): Pick<RunIntent, 'requests' | 'sentAt'> => ({
  requests: counted(sent),
  sentAt: sentAt(times, at),
});
