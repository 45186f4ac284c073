import type { AccountName } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/plan.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { RunIntent, Undone } from '../../domain/records/run.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import type { Clock } from '../../ports.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Accounts } from '../ports.ts';
import type { Book } from './book.ts';
import { undoneIn, wroteTonight } from './conclude.ts';
import { endOf } from './end.ts';
import { sendingOf } from './intents.ts';
import { type Parted, withLater } from './later.ts';
import type { Look } from './look.ts';
import { instantOf, type Run } from './run.ts';

export type Closing = {
  readonly run: Run;
  readonly startedMs: number;
  readonly portfolio: Pick<Portfolio, 'timezone' | 'retentionDays'>;
  readonly seen: Look;
  readonly outcomes: readonly Outcome[];
  /** By account, as committed before the first write. */
  readonly announced: ReadonlyMap<AccountName, RunIntent>;
  /** By account, what was noted and not committed then. */
  readonly waiting: ReadonlyMap<AccountName, Parted['later']>;
  /** As the run found them. */
  readonly before: ReadonlyMap<AccountName, AccountLedger>;
  /** Whether rules that are not refused have had their night. */
  readonly isServed: boolean;
  /** Whether what is left of an account's plan was meant to be written. */
  readonly wasMeant: (account: AccountName) => boolean;
  readonly problems: readonly Problem[];
  readonly exit: number;
};

/** Adds to the book how the night ended for each account, the run's own record last; answers what is left undone. */
export function closeNight(
  closing: Closing,
  { book, accounts, clock }: { readonly book: Book; readonly accounts: Accounts; readonly clock: Pick<Clock, 'now'> },
): readonly Undone[] {
  const { run, seen, outcomes, portfolio, waiting, before } = closing;
  return [...book.accounts].flatMap(([name, ledger]) => {
    const undone = undoneIn(name, seen.plan, outcomes, closing.wasMeant(name));
    const told = {
      ...{ name, run, seen, undone },
      outcomes: outcomes.filter((one) => one.account === name),
      intent: closing.announced.get(name),
      closed: accounts.get(name)?.closed() ?? {},
    };
    const endedMs = clock.now();
    const wrote = wroteTonight(ledger, told, instantOf(endedMs));
    const additions = withLater(waiting.get(name) ?? { playlists: [], history: [] }, wrote);
    book.add(name, { ...additions, retention: { night: run.night, days: portfolio.retentionDays } });
    const { isServed, startedMs, problems, exit } = closing;
    const ending = { ...told, isServed, startedMs, endedMs, problems, exit, timezone: portfolio.timezone };
    book.add(name, { run: endOf(before.get(name) ?? ledger, { ...ending, sending: sendingOf(accounts.get(name)) }) });
    return undone;
  });
}
