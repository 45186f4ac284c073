import type { RunEnd, RunProblem } from '../../domain/records/run.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { fixOf, messageOf } from '../../problem/catalogue.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Told } from './conclude.ts';
import { cutsOf } from './cuts.ts';
import { type Sending, sentBy } from './intents.ts';
import type { ChainEnd } from './journal.ts';
import { nightsOf } from './nights.ts';
import { instantOf } from './run.ts';
import { isUnconfirmed } from './write.ts';

export type Ending = Told & {
  /** The night counts as served when the account could be seen. */
  readonly isServed: boolean;
  readonly startedMs: number;
  readonly timezone: string;
  readonly endedMs: number;
  readonly sending: Sending;
  readonly problems: readonly Problem[];
  readonly exit: number;
};

/** The run's own record, which knows where the audit ended. `before` is the ledger as the run found it. */
export function endOf(before: AccountLedger, ending: Ending): (audit: ChainEnd) => RunEnd {
  const { name, run, seen, outcomes, undone, problems, exit } = ending;
  const served =
    ending.isServed && isSeen(before, ending)
      ? nightsOf(before, run.night, ending.startedMs, ending.timezone)
      : { nights: [], lateMs: 0 };
  const plans = seen.plan.playlists.filter(({ account }) => account === name);
  return (audit) => ({
    ...run,
    event: 'end',
    ...served,
    ended: instantOf(ending.endedMs),
    ...sentBy(run, ending.sending),
    skipped: plans.flatMap(({ slug, state }) => (state === 'not-due' ? slug : [])),
    undone,
    unconfirmed: unconfirmedIn(before, ending),
    changed: outcomes.flatMap(({ slug, state }) => (state === 'applied' || state === 'partly' ? slug : [])),
    findings: [...plans, ...outcomes].flatMap((one) => one.problems.map((finding) => ({ slug: one.slug, finding }))),
    problems: problems.map(problemIn),
    exit,
    audit,
  });
}

const problemIn = (one: Problem): RunProblem => ({
  code: one.code,
  message: messageOf(one),
  fix: fixOf(one),
  ...('account' in one.facts && one.facts.account !== null ? { account: one.facts.account } : {}),
});

/** An account whose listing could not be read has had no night. */
const isSeen = ({ control, playlists }: AccountLedger, { name, seen }: Ending): boolean =>
  seen.listings.has(name) || (Object.keys(control.playlists).length === 0 && playlists.size === 0);

/** Playlists of which it is not known how far our writes came: tonight's, and older ones that could not be read tonight either. */
function unconfirmedIn(before: AccountLedger, { intent, outcomes, seen, name }: Ending): RunEnd['unconfirmed'] {
  const tonight = (intent?.intents ?? []).filter((one) =>
    isUnconfirmed(
      one,
      outcomes.find(({ slug }) => slug === one.slug),
    ),
  );
  const older = [...cutsOf(before.runs)].flatMap(([slug, cut]) => {
    // What a run may have created is looked for in the listing.
    if (cut.intent.id === null && !seen.listings.has(name)) return slug;
    const plan = seen.plan.playlists.find((one) => one.slug === slug && one.account === name);
    return plan?.state === 'unreadable' || plan?.state === 'partial' ? slug : [];
  });
  return [...new Set([...tonight.map(({ slug }) => slug), ...older])].sort();
}
