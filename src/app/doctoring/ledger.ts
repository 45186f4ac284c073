import type { AccountName } from '../../domain/ids.ts';
import type { Closed, Playbook } from '../../domain/portfolio.ts';
import type { Used } from '../../domain/quota.ts';
import type { Origin } from '../../domain/records/origin.ts';
import type { RunEnd, RunLine } from '../../domain/records/run.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { exits } from '../../problem/exit.ts';
import { problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';
import { readAccounts, readOrigin } from '../ledger.ts';
import type { Ports } from '../ports.ts';
import { otherSpotify } from '../syncing/open.ts';
import { usedBy } from '../used.ts';
import { verify } from '../verify.ts';
import { not, tried, unseen, well } from './looks.ts';
import { lookAtQuarantine, lookAtQuotas } from './quotas.ts';

export type SeenLedger = {
  readonly origin: Origin | null;
  readonly accounts: ReadonlyMap<AccountName, AccountLedger>;
  /** What earlier runs leave of the quotas. */
  readonly used: ReadonlyMap<AccountName, Used>;
  readonly looks: readonly Look[];
};

const nothing = new Map<AccountName, AccountLedger>();

/** What the ledger is of, whether it holds together, and what its last runs left. */
export async function lookAtLedger(
  ports: Pick<Ports, 'files' | 'git' | 'simulated' | 'clock' | 'slate'>,
  playbook: Playbook | null,
  isGitWell: boolean,
): Promise<SeenLedger> {
  const { files, simulated, clock } = ports;
  const found = await tried('origin', () => readOrigin(files));
  if (!found.ok) return { origin: null, accounts: nothing, used: new Map(), looks: found.looks };
  const origin = found.value ?? null;
  // The keys of an origin are names of accounts.
  const recorded = Object.keys(origin?.accounts ?? {}) as AccountName[];
  const names = playbook === null ? recorded : playbook.portfolio.apps.flatMap((app) => app.accounts);
  const read = await tried('records', () => readAccounts(files, names));
  const accounts = read.ok ? read.value : nothing;
  const nowMs = clock.now();
  const used = await usedBy(accounts, ports);
  const looks = [
    ...(origin === null ? [] : ofOrigin(origin, simulated)),
    ...(read.ok ? await lookAtChain(ports, isGitWell) : read.looks),
    ...[...accounts.values()].flatMap((ledger) => ofAccount(ledger, used.get(ledger.account)?.closed ?? {}, nowMs)),
    ...(playbook === null ? [] : lookAtQuotas(playbook.portfolio, used, nowMs)),
  ];
  return { origin, accounts, used, looks };
}

function ofOrigin(origin: Origin, simulated: boolean): readonly Look[] {
  const other = otherSpotify(origin, simulated);
  return other === undefined ? [] : [not('origin', other)];
}

async function lookAtChain(ports: Pick<Ports, 'files' | 'git'>, isGitWell: boolean): Promise<readonly Look[]> {
  if (!isGitWell) return [unseen('chain', 'The chain of the audit', 'git is not in order', 'Mend git first')];
  const checked = await tried('chain', () => verify(ports));
  if (!checked.ok) return checked.looks;
  const { problems, text } = checked.value;
  if (problems.length > 0) return problems.map((one) => not('chain', one));
  return text.split('\n').map((line) => well('chain', line));
}

/** Runs that ended so are green or a warning; others did not serve their night. */
const goodEnds: readonly number[] = [exits.done, exits.guard, exits.quota];

function ofAccount(ledger: AccountLedger, closed: Closed, nowMs: number): readonly Look[] {
  const { account, runs } = ledger;
  const ends = runs.filter((line) => line.event === 'end');
  return [
    lastRun(account, ends),
    ...killed(runs).map((run) => not('killed-run', problem('ledger/killed-run', { account, run }))),
    ...undone(account, ends.at(-1)),
    ...closedOf(account, closed, nowMs),
    ...lookAtQuarantine(ledger),
  ];
}

function lastRun(account: AccountName, ends: readonly RunEnd[]): Look {
  const last = ends.at(-1);
  if (last === undefined) return unseen('last-success', `${account}: the last run`, 'none is recorded yet');
  const { ended, exit } = last;
  if (!goodEnds.includes(exit))
    return not('last-success', problem('ledger/no-success', { account, last: ended, exit }));
  return well('last-success', `${account}: the last run went well, and ended at ${ended}`);
}

/** Runs that said what they would write and never what came of it; a later one that ended has found it out. */
function killed(runs: readonly RunLine[]): readonly string[] {
  const ended = new Set(runs.flatMap((line) => (line.event === 'end' ? line.run : [])));
  const since = runs.findLastIndex(({ event }) => event === 'end') + 1;
  return runs.slice(since).flatMap(({ run }) => (ended.has(run) ? [] : run));
}

function undone(account: AccountName, last: RunEnd | undefined): readonly Look[] {
  const rules = [...new Set((last?.undone ?? []).map(({ slug }) => slug))].sort();
  return rules.length === 0 ? [] : [not('undone', problem('ledger/undone', { account, rules }))];
}

const closedOf = (account: AccountName, closed: Closed, nowMs: number): readonly Look[] =>
  Object.entries(closed)
    .filter(([, until]) => Date.parse(until) > nowMs)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([bucket, until]) => not('bucket', problem('spotify/bucket-closed', { account, bucket, until })));
