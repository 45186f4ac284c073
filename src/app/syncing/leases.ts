import type { App, Portfolio } from '../../domain/portfolio.ts';
import type { Holder, Lease } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Accounts, Ports } from '../ports.ts';
import { readPortfolio } from '../workspace.ts';
import { instantOf } from './run.ts';

/** Longer than any run should take: a run that is still alive then is taken for dead, in milliseconds. */
const longestRunMs = 2 * 3_600_000;

type Taken = Extract<Lease, { kind: 'taken' }>;

/**
 * Works under one lease an app that this process has accounts of, since pace, quota and ledger are shared by all who do: all
 * of them, or none and a `Failure` that says who is at work. `hold` tells whether they are those of another portfolio too.
 */
export async function underLeases<T>(
  ports: Ports,
  work: (hold: (portfolio: Portfolio) => boolean) => Promise<T>,
): Promise<T> {
  const { git, clock, started } = ports;
  const nowMs = clock.now();
  const owner = started.actor ?? (await git.user()) ?? started.trigger;
  const taken = new Map<string, Taken>();
  try {
    for (const name of namesOf(await readPortfolio(ports.files), ports)) {
      const holder = { owner, run: instantOf(nowMs), untilMs: nowMs + longestRunMs };
      const lease = await git.lease(name, holder, nowMs);
      if (lease.kind === 'held') throw heldBy(lease.by);
      taken.set(name, lease);
    }
    return await work((portfolio) => namesOf(portfolio, ports).every((name) => taken.has(name)));
  } finally {
    for (const lease of taken.values()) await lease.release();
  }
}

/** The apps as whose accounts something may be sent. */
const namesOf = (portfolio: Portfolio | undefined, { connect }: Ports): readonly string[] =>
  portfolio === undefined ? [] : appsOf(portfolio, connect(portfolio, new Map(), null)).map(({ name }) => name);

/**
 * Throws a `Failure` when a run is at work for an app of these accounts, since both together would go beyond pace and quota.
 * Takes no lease: what only reads never puts off a nightly run.
 */
export async function mustBeFree(
  portfolio: Portfolio,
  accounts: Pick<Accounts, 'has'>,
  { git, clock }: Pick<Ports, 'git' | 'clock'>,
): Promise<void> {
  for (const { name } of appsOf(portfolio, accounts)) {
    const by = await holderOrNobody(() => git.holder(name, clock.now()));
    if (by !== null) throw heldBy(by);
  }
}

/** Reading needs no repository: where there is none, or it may not be asked, nobody is known to be at work. */
async function holderOrNobody(ask: () => Promise<Holder | null>): Promise<Holder | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

const heldBy = ({ owner, run, untilMs }: Holder): Failure =>
  new Failure([problem('machine/lease-held', { owner, run, until: instantOf(untilMs) })]);

/** Sorted, so that of two runs which want the same ones, one gets them all. */
const appsOf = ({ apps }: Portfolio, accounts: Pick<Accounts, 'has'>): readonly App[] =>
  apps
    .filter((app) => app.accounts.some((name) => accounts.has(name)))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
