import { Failure } from '../problem/failure.ts';
import { clockBehind } from './clock.ts';
import type { Accounts, Ports } from './ports.ts';
import { covered } from './signing-in/covered.ts';
import { usedBy } from './used.ts';
import type { Workspace } from './workspace.ts';

/**
 * The accounts of the portfolio, with what earlier runs leave of their quotas, held to what their sign-ins allow. Refuses a clock that is behind the last of
 * these runs: nights and quotas are counted by it.
 */
export async function accountsOf({ playbook, accounts, origin }: Workspace, ports: Ports): Promise<Accounts> {
  const clock = clockBehind(
    [...accounts.values()].flatMap(({ runs }) => runs),
    ports.clock.now(),
  );
  if (clock !== undefined) throw new Failure([clock]);
  return covered(ports.connect(playbook.portfolio, await usedBy(accounts, ports), origin), playbook.rules);
}
