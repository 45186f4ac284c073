import type { Portfolio } from '../../domain/portfolio.ts';
import type { Lease } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Ports } from '../ports.ts';
import { instantOf } from './run.ts';

/** Longer than any run should take: a run that is still alive then is taken for dead, in milliseconds. */
const longestRunMs = 2 * 3_600_000;

type Taken = Extract<Lease, { kind: 'taken' }>;

/** One lease an app, since pace and quota are the app's: all of them, or none and a `Failure` that says who is at work. */
export async function takeLeases(
  { apps }: Portfolio,
  { git, clock, started }: Ports,
): Promise<{ release(): Promise<void> }> {
  const nowMs = clock.now();
  const owner = started.actor ?? (await git.user()) ?? started.trigger;
  const taken: Taken[] = [];
  const release = async (): Promise<void> => {
    for (const lease of taken) await lease.release();
  };
  for (const { name } of [...apps].sort((one, other) => (one.name < other.name ? -1 : 1))) {
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
