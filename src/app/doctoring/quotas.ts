import type { AccountName } from '../../domain/ids.ts';
import { buckets, type Portfolio } from '../../domain/portfolio.ts';
import { forgottenAt, type Used } from '../../domain/quota.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { counted } from '../../problem/counted.ts';
import { problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';
import { not, well } from './looks.ts';

/** What each app sent in the last 24 hours beside its budgets, and that apps may share what we count apart. */
export function lookAtQuotas(
  { apps, budget }: Portfolio,
  used: ReadonlyMap<AccountName, Used>,
  nowMs: number,
): readonly Look[] {
  const sentBy = apps.map(({ name, accounts: own }) => {
    const sent = buckets.flatMap((bucket) => {
      const seconds = own.flatMap((account) => used.get(account)?.times[bucket] ?? []);
      const many = seconds.filter((second) => forgottenAt(second) > nowMs).length;
      return many === 0 ? [] : `${bucket} ${many} of ${budget[bucket]}`;
    });
    return well(
      'quota',
      `App "${name}", the last 24 hours: ${sent.length === 0 ? 'nothing was sent' : sent.join(', ')}`,
    );
  });
  // Whose an app is, nobody tells us.
  const shared = not('shared-quota', problem('spotify/shared-quota', { apps: apps.map(({ name }) => name) }));
  return apps.length < 2 ? sentBy : [...sentBy, shared];
}

/** Tracks that are left out for a while because Spotify refused them. */
export function lookAtQuarantine({ account, control }: AccountLedger): readonly Look[] {
  const many = Object.keys(control.quarantined ?? {}).length;
  return many === 0
    ? []
    : [well('quarantine', `${account}: ${counted(many, 'track')} that Spotify refused left out, tried again in time`)];
}
