import { applyPlan, createFor, type ToApply } from '../../apply/apply-plan.ts';
import type { Slug } from '../../domain/ids.ts';
import { nonceOf } from '../../domain/nonce.ts';
import type { Outcome, PlaylistPlan } from '../../domain/plan.ts';
import { buckets, type Portfolio, type Requests } from '../../domain/portfolio.ts';
import { withRetries } from '../../domain/quota.ts';
import type { Intent } from '../../domain/records/run.ts';
import { priceOf } from '../../plan/assemble.ts';
import type { Account, Accounts, Ports } from '../ports.ts';
import { announcing } from './anew.ts';
import type { Book } from './book.ts';
import { createdMessage } from './message.ts';
import type { Run } from './run.ts';
import { orUnrecorded } from './unrecorded.ts';

export type Writing = {
  readonly run: Run;
  readonly book: Book;
  readonly accounts: Accounts;
  readonly ports: Ports;
  readonly apps: Portfolio['apps'];
};

/** Carries out the plans, one after the other. New playlists are begun first and their ids committed, so that none is ever begun twice. */
export async function writeAll(plans: readonly PlaylistPlan[], writing: Writing): Promise<readonly Outcome[]> {
  const begun = await begin(
    plans.filter(({ id }) => id === null),
    writing,
  );
  const outcomes: Outcome[] = [];
  for (const [index, plan] of plans.entries()) {
    const created = begun.get(plan.slug);
    if (created?.id === null) {
      outcomes.push(created);
      continue;
    }
    if (writing.ports.signal.aborted || (plan.id === null && created === undefined)) {
      // Begun and not gone on with: the next run has to know that it was ours.
      if (created !== undefined) outcomes.push({ ...created, state: 'partly' });
      continue;
    }
    const toApply = toApplyFor(plan, writing, plans.slice(index + 1));
    if (toApply === undefined) continue;
    const outcome = await applyPlan(created?.id === undefined ? toApply : { ...toApply, created: created.id });
    outcomes.push({
      ...outcome,
      requests: outcome.requests + (created?.requests ?? 0),
      problems: [...(created?.problems ?? []), ...outcome.problems],
    });
  }
  return outcomes;
}

async function begin(plans: readonly PlaylistPlan[], writing: Writing): Promise<ReadonlyMap<Slug, Outcome>> {
  const { book, run, ports } = writing;
  const begun = new Map<Slug, Outcome>();
  for (const plan of plans) {
    const toApply = toApplyFor(plan, writing, plans);
    if (ports.signal.aborted || toApply === undefined) continue;
    const outcome = await createFor(toApply);
    begun.set(plan.slug, outcome);
    const known = book.accounts.get(plan.account)?.control;
    if (outcome.id === null || known === undefined) continue;
    const playlists = { ...known.playlists, [plan.slug]: { id: outcome.id, contact: 'known' as const } };
    book.add(plan.account, { control: { ...known, playlists } });
  }
  const created = [...begun].flatMap(([slug, { id }]) => (id === null ? [] : slug));
  if (created.length > 0) await orUnrecorded(book.commit(createdMessage(run, created)), [...begun.values()]);
  return begun;
}

/** `later`: plans that are carried out after it. */
function toApplyFor(plan: PlaylistPlan, writing: Writing, later: readonly PlaylistPlan[]): ToApply | undefined {
  const { run, accounts, ports } = writing;
  const account = accounts.get(plan.account);
  if (account === undefined) return undefined;
  const { clock, say, signal } = ports;
  const nonce = nonceOf(plan.account, plan.slug, run.run);
  const behind = later.filter((one) => one.account === plan.account);
  const announce = announcing(plan, behind, writing);
  const spare = () => spareBeside([plan, ...later.filter(isOfSameApp(plan, writing.apps))], account);
  return { plan, read: account.read, write: account.write, clock, say, announce, spare, nonce, signal };
}

const isOfSameApp = (plan: PlaylistPlan, apps: Writing['apps']): ((other: PlaylistPlan) => boolean) => {
  const accounts = apps.find((app) => app.accounts.includes(plan.account))?.accounts ?? [plan.account];
  return (other) => accounts.includes(other.account);
};

/** What an app has left beside what these plans need, retries included. */
function spareBeside(plans: readonly PlaylistPlan[], { room }: Account): Requests {
  const [left, needed] = [room(), priceOf(plans.map(({ price }) => ({ price: withRetries(price) })))];
  // Sound: the entries are the buckets, each once.
  return Object.fromEntries(buckets.map((bucket) => [bucket, left[bucket] - needed[bucket]])) as Requests;
}

/** Whether what was announced may have been done without our knowing. */
export const isUnconfirmed = (intent: Intent, outcome: Outcome | undefined): boolean =>
  outcome !== undefined &&
  !outcome.confirmed &&
  (outcome.state === 'partly' || (intent.id === null && outcome.id !== null));
