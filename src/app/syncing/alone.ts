import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Ports } from '../ports.ts';
import { underLeases } from './leases.ts';
import { type Opened, openWorkspace } from './open.ts';

/** How often something is begun anew while others commit to the same branch. */
const mostTries = 3;

/**
 * Opens the repository under the leases of its apps, so that no run of ours changes what was read, and works with it; anew
 * as long as that ends with `moved`.
 */
export async function alone<T>(ports: Ports, work: (opened: Opened) => Promise<T | 'moved'>): Promise<T> {
  for (let tries = 1; tries <= mostTries; tries++) {
    await ports.git.check();
    const done = await underLeases(ports, async (hold) => {
      const opened = await openWorkspace(ports);
      // Where others changed the apps since, the next try takes the leases of these.
      return hold(opened.workspace.playbook.portfolio) ? work(opened) : 'moved';
    });
    if (done !== 'moved') return done;
  }
  throw new Failure([problem('machine/moved-head', { tries: mostTries })]);
}
