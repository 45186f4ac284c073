import type { App, Portfolio } from '../../domain/portfolio.ts';
import type { Holder, Lease } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Accounts, Ports } from '../ports.ts';
import { readPortfolio } from '../workspace.ts';
import { instantOf } from './run.ts';

/** Longer than any run should take: a run that is still alive then is taken for dead, in milliseconds. */
const longestRunMs = 2 * 3_600_000;

type Held = { readonly lease: Extract<Lease, { kind: 'taken' }>; readonly sinceMs: number };

/** Takes the leases of another portfolio too, and holds those for longer that are half over; answers whether any is new. */
type Take = (portfolio: Portfolio) => Promise<boolean>;

/**
 * Works under one lease an app that this process has accounts of, since pace, quota and ledger are shared by all who do: all
 * of them, or none and a `Failure` that says who is at work.
 */
export async function underLeases<T>(ports: Ports, work: (take: Take) => Promise<T>): Promise<T> {
  const { git, clock, started } = ports;
  const run = instantOf(clock.now());
  const owner = started.actor ?? (await git.user()) ?? started.trigger;
  const held = new Map<string, Held>();
  const hold = async (name: string): Promise<boolean> => {
    const nowMs = clock.now();
    const untilMs = nowMs + longestRunMs;
    const before = held.get(name);
    if (before !== undefined && nowMs - before.sinceMs < longestRunMs / 2) return false;
    const isOurs = before !== undefined && (await before.lease.renew(untilMs));
    const lease = isOurs ? before.lease : await git.lease(name, { owner, run, untilMs }, nowMs);
    if (lease.kind === 'held') throw heldBy(lease.by);
    held.set(name, { lease, sinceMs: nowMs });
    return !isOurs;
  };
  const takeAll = async (names: readonly string[]): Promise<boolean> => {
    let areNew = false;
    for (const name of names) areNew = (await hold(name)) || areNew;
    return areNew;
  };
  // One that cannot be given back keeps none of the others.
  const releaseAll = () => Promise.allSettled([...held.values()].map(({ lease }) => lease.release()));
  let done: T;
  try {
    await takeAll(await namesOnDisk(ports));
    done = await work((portfolio) => takeAll(namesOf(portfolio, ports)));
  } catch (error) {
    await releaseAll();
    throw error;
  }
  for (const one of await releaseAll()) if (one.status === 'rejected') throw one.reason;
  return done;
}

/** The apps as whose accounts something may be sent. */
const namesOf = (portfolio: Portfolio, { connect }: Ports): readonly string[] =>
  appsOf(portfolio, connect(portfolio, new Map(), null)).map(({ name }) => name);

/** The same as the files stand, which may be older than the branch; none where these are wrong: who opens them says it. */
async function namesOnDisk(ports: Ports): Promise<readonly string[]> {
  const portfolio = await readPortfolio(ports.files);
  try {
    return portfolio === undefined ? [] : namesOf(portfolio, ports);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

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
