import type { AccountName } from '../../domain/ids.ts';
import type { RunEnd, RunId } from '../../domain/records/run.ts';
import type { AccountLedger, Ledger } from '../../ledger/ledger.ts';
import { endsOf } from '../../ledger/runs.ts';

/** One run with its record in each account. */
export type WholeRun = { readonly run: RunId; readonly ends: ReadonlyMap<AccountName, RunEnd>; readonly first: RunEnd };

/**
 * The runs in which something happened, oldest first: something was changed or found changed, or went wrong, or no
 * longer goes wrong. A night that says what the night before said already is not among them.
 */
export function eventfulRuns({ accounts }: Ledger): readonly WholeRun[] {
  const audited = new Set([...accounts.values()].flatMap(auditedRuns));
  const runs = wholeRuns([...accounts.values()]);
  return runs.filter((one, index) => {
    const previous = runs[index - 1];
    return (
      audited.has(one.run) ||
      [...one.ends.values()].some(hasNews) ||
      (previous !== undefined && [...previous.ends.values()].some(hadTrouble))
    );
  });
}

const auditedRuns = ({ audit }: AccountLedger): readonly RunId[] =>
  audit.flatMap((line) => ('body' in line ? line.body.run : []));

const hasNews = ({ exit, changed, undone, unconfirmed, problems }: RunEnd): boolean =>
  exit !== 0 || changed.length + undone.length + unconfirmed.length + problems.length > 0;

/** Whether there was something to tell that a person may have mended since. */
export const hadTrouble = ({ exit, undone, problems, findings = [] }: RunEnd): boolean =>
  exit !== 0 || undone.length + problems.length + findings.length > 0;

function wholeRuns(accounts: readonly AccountLedger[]): readonly WholeRun[] {
  const byRun = new Map<RunId, Map<AccountName, RunEnd>>();
  for (const { account, runs } of accounts) {
    for (const end of endsOf(runs)) byRun.set(end.run, (byRun.get(end.run) ?? new Map()).set(account, end));
  }
  return [...byRun]
    .flatMap(([run, ends]) => [...ends.values()].slice(0, 1).map((first): WholeRun => ({ run, ends, first })))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

// Runs name themselves by the moment at which they began.
const keyOf = ({ run, first }: WholeRun): string => `${first.at} ${run}`;
