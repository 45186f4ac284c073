import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Ports } from '../ports.ts';
import { underLeases } from './leases.ts';
import { type Opened, openWorkspace } from './open.ts';

/** How often something is begun anew while others commit to the same branch. */
const mostTries = 3;

/**
 * Opens the repository under the leases of its apps, so that no run of ours changes what was read, and works with it; anew
 * as long as that ends with `moved`. `ended` comes after the last try and before the leases are given back.
 */
export async function alone<T>(
  ports: Ports,
  work: (opened: Opened) => Promise<T | 'moved'>,
  ended: () => Promise<void> = async () => undefined,
): Promise<T> {
  await ports.git.check();
  return underLeases(ports, async (take) => {
    try {
      for (let tries = 1; tries <= mostTries; tries++) {
        const opened = await openWorkspace(ports);
        // Of apps that others named since the files on the disk: what was read of theirs may be older than these leases.
        const areMore = await take(opened.workspace.playbook.portfolio);
        const done = areMore ? 'moved' : await work(opened);
        if (done !== 'moved') return done;
      }
    } finally {
      await ended();
    }
    throw new Failure([problem('machine/moved-head', { tries: mostTries })]);
  });
}
