import type { App, Portfolio } from '../../domain/portfolio.ts';
import type { Lease } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Accounts, Ports } from '../ports.ts';
import { instantOf } from './run.ts';

/** Longer than any run should take: a run that is still alive then is taken for dead, in milliseconds. */
const longestRunMs = 2 * 3_600_000;

type Taken = Extract<Lease, { kind: 'taken' }>;

/**
 * One lease an app of these accounts, since pace and quota are the app's: all of them, or none and a `Failure` that says who
 * is at work.
 */
export async function takeLeases(
  portfolio: Portfolio,
  accounts: Accounts,
  { git, clock, started }: Ports,
): Promise<{ release(): Promise<void> }> {
  const nowMs = clock.now();
  const owner = started.actor ?? (await git.user()) ?? started.trigger;
  const taken: Taken[] = [];
  const release = async (): Promise<void> => {
    for (const lease of taken) await lease.release();
  };
  for (const { name } of appsOf(portfolio, accounts)) {
    const holder = { owner, run: instantOf(nowMs), untilMs: nowMs + longestRunMs };
    const lease = await git.lease(name, holder, nowMs);
    if (lease.kind === 'taken') {
      taken.push(lease);
      continue;
    }
    await release();
    const { by } = lease;
    throw new Failure([problem('machine/lease-held', { owner: by.owner, run: by.run, until: instantOf(by.untilMs) })]);
  }
  return { release };
}

/** Sorted, so that of two runs which want the same ones, one gets them all. */
const appsOf = ({ apps }: Portfolio, accounts: Accounts): readonly App[] =>
  apps
    .filter((app) => app.accounts.some((name) => accounts.has(name)))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
