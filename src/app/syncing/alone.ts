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
  await ports.git.check();
  for (let tries = 1; tries <= mostTries; ) {
    const done = await underLeases(ports, async (areThoseOf) => {
      for (; tries <= mostTries; tries++) {
        const opened = await openWorkspace(ports);
        const worked = areThoseOf(opened.workspace.playbook.portfolio) ? await work(opened) : 'other leases';
        if (worked !== 'moved') return worked;
      }
      return 'other leases';
    });
    if (done !== 'other leases') return done;
    tries++;
  }
  throw new Failure([problem('machine/moved-head', { tries: mostTries })]);
}
