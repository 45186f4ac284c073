import type { AccountName } from '../domain/ids.ts';
import { together, type Used } from '../domain/quota.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { timesOf } from '../ledger/quota.ts';
import type { Accounts, Ports } from './ports.ts';

/** What earlier runs leave of the quotas of each account: by their records, and by the slate what has none. */
export async function usedBy(
  accounts: ReadonlyMap<AccountName, Pick<AccountLedger, 'control' | 'runs'>>,
  { clock, slate }: Pick<Ports, 'clock' | 'slate'>,
): Promise<ReadonlyMap<AccountName, Used>> {
  const unrecorded = await slate.read();
  return new Map(
    [...accounts].map(([name, { control, runs }]) => {
      const recorded = { times: timesOf(runs, clock.now()), closed: control.blockedUntil ?? {} };
      return [name, together([recorded, ...(unrecorded.get(name) ?? [])])];
    }),
  );
}

/** Puts on the slate what was sent as these accounts and no record will tell. */
export async function keepUsed(accounts: Accounts, { slate }: Pick<Ports, 'slate'>): Promise<void> {
  const all = [...accounts].map(([name, { times, closed }]) => [name, { times: times(), closed: closed() }] as const);
  const sent = all.filter(([, { times }]) => Object.keys(times).length > 0);
  if (sent.length > 0) await slate.add(new Map(sent));
}
