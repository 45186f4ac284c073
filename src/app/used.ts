import type { AccountName } from '../domain/ids.ts';
import type { Used } from '../domain/quota.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { timesOf } from '../ledger/quota.ts';

/** What earlier runs leave of the quotas of each account, by their records. */
export const usedBy = (
  accounts: ReadonlyMap<AccountName, Pick<AccountLedger, 'control' | 'runs'>>,
  nowMs: number,
): ReadonlyMap<AccountName, Used> =>
  new Map(
    [...accounts].map(([name, { control, runs }]) => [
      name,
      { times: timesOf(runs, nowMs), closed: control.blockedUntil ?? {} },
    ]),
  );
