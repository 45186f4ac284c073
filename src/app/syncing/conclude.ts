import type { AccountName, Slug } from '../../domain/ids.ts';
import type { Outcome, Plan, PlaylistPlan } from '../../domain/plan.ts';
import type { Instant } from '../../domain/playlist.ts';
import type { Closed, Control } from '../../domain/portfolio.ts';
import { type Quarantined, triedAgainOn } from '../../domain/quarantine.ts';
import type { RunIntent, Undone, WhyUndone } from '../../domain/records/run.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { unseenSnapshot } from '../../ledger/snapshots.ts';
import { problemOf } from '../../problem/finding.ts';
import type { Problem } from '../../problem/problem.ts';
import { type Additions, append } from './journal.ts';
import { factsToKeep } from './keep.ts';
import type { Look } from './look.ts';
import type { Observed } from './observe.ts';
import { additionsFor } from './record.ts';
import type { Run } from './run.ts';
import { seenBeyond } from './seen.ts';

export type Told = {
  readonly name: AccountName;
  readonly run: Run;
  readonly seen: Look;
  /** Of this account. */
  readonly outcomes: readonly Outcome[];
  readonly intent: RunIntent | undefined;
  readonly undone: readonly Undone[];
  /** Buckets that Spotify closed and that are closed still. */
  readonly closed: Closed;
};

/** What an account's ledger learns from what was written: how each playlist stands now, and who did what of it. */
export function wroteTonight(ledger: AccountLedger, told: Told, at: Instant): Additions {
  const { name, run, seen, outcomes, intent: line, undone, closed } = told;
  const plans = seen.plan.playlists.filter(({ account }) => account === name);
  const known = controlAfter(ledger.control, plans, { undone, sources: seen.sources });
  const quarantined = quarantinedAfter(ledger.control.quarantined ?? {}, outcomes, run.night);
  const control = { ...known, quarantined, blockedUntil: closed };
  if (line === undefined || line.intents.length === 0) return { control };
  const observed = outcomes.flatMap((outcome): readonly Observed[] => {
    const intent = line.intents.find(({ slug }) => slug === outcome.slug);
    const { actual, own, confirmed } = outcome;
    if (intent === undefined || actual === null || own === null || !confirmed) return [];
    const recorded = ledger.playlists.get(actual.id);
    const since = seenBeyond(recorded, own, actual, seen.facts.items, run.run);
    return [{ slug: outcome.slug, actual, recorded, cut: { run: { ...line, at }, intent }, seen: since }];
  });
  const added = additionsFor(observed, ledger, { ...run, at }, () => unseenSnapshot);
  return { ...added, control, facts: factsToKeep(append(ledger, '', added), seen.facts) };
}

/** The control after tonight: which rule was followed, by what its sources held, and first contacts that were made. */
function controlAfter(
  control: Control,
  plans: readonly PlaylistPlan[],
  { undone, sources }: Pick<Told, 'undone'> & Pick<Look, 'sources'>,
): Control {
  const open = new Set(undone.map(({ slug }) => slug));
  const playlists: Record<string, Control['playlists'][Slug]> = { ...control.playlists };
  for (const plan of plans) {
    const known = playlists[plan.slug];
    if (known === undefined || open.has(plan.slug) || plan.state === 'not-due') continue;
    const isFirst = plan.problems.some(({ code }) => code === 'plan/first-contact' || code === 'plan/hand-edits');
    const { id, contact, sources: before = {} } = known;
    const now = sources.get(plan.slug) ?? before;
    const watched = Object.keys(now).length === 0 ? {} : { sources: now };
    playlists[plan.slug] = { id, contact: isFirst ? contact : 'known', rule: plan.rule, ...watched };
  }
  // The keys are those of a control.
  return { ...control, playlists: playlists as Control['playlists'] };
}

/** What Spotify refused tonight, and before unless it may be tried again. */
function quarantinedAfter(before: Quarantined, outcomes: readonly Outcome[], night: string): Quarantined {
  const still = Object.entries(before).filter(([, since]) => triedAgainOn(since) > night);
  const refused = outcomes.flatMap(({ problems }) => problems.map(problemOf).flatMap(deadIn));
  return Object.fromEntries([...still, ...refused.map((uri) => [uri, night] as const)]);
}

const deadIn = ({ code, facts }: Problem): readonly string[] =>
  // The code says what its facts are.
  code === 'apply/dead-items' ? (facts as { readonly uris: readonly string[] }).uris : [];

const reasons: { readonly [state in PlaylistPlan['state']]?: WhyUndone } = {
  partial: 'facts are lacking',
  unreadable: 'it cannot be read',
  suspended: 'it is suspended',
  'put-off': 'a limit of the run was reached',
};

/** Rules of an account whose night is not served yet, and why. */
export function undoneIn(
  account: AccountName,
  { playlists }: Plan,
  outcomes: readonly Outcome[],
  written: boolean,
): readonly Undone[] {
  const bySlug = new Map(outcomes.map((one) => [one.slug, one]));
  return playlists.flatMap((plan): readonly Undone[] => {
    if (plan.account !== account) return [];
    const { slug, state, problems } = plan;
    const outcome = bySlug.get(slug);
    const because = reasons[state];
    if (because !== undefined) return [{ slug, because, problems }];
    if (state !== 'change' && state !== 'create') return [];
    if (outcome === undefined)
      return [{ slug, because: written ? 'the run ended before' : 'nothing may be written', problems }];
    if (outcome.state === 'applied' || outcome.state === 'unchanged') return [];
    return [{ slug, because: howFar(outcome), problems: outcome.problems }];
  });
}

const howFar = ({ state, confirmed }: Outcome): WhyUndone =>
  state === 'partly' ? (confirmed ? 'partly applied' : 'written, not read back') : 'not applied';
