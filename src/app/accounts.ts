import { Failure } from '../problem/failure.ts';
import { clockBehind } from './clock.ts';
import type { Accounts, Ports } from './ports.ts';
import { usedBy } from './used.ts';
import type { Workspace } from './workspace.ts';

/**
 * The accounts of the portfolio, with what earlier runs leave of their quotas. Refuses a clock that is behind the last of
 * these runs: nights and quotas are counted by it.
 */
export function accountsOf({ playbook, accounts, origin }: Workspace, ports: Ports): Accounts {
  const nowMs = ports.clock.now();
  const clock = clockBehind(
    [...accounts.values()].flatMap(({ runs }) => runs),
    nowMs,
  );
  if (clock !== undefined) throw new Failure([clock]);
  return ports.connect(playbook.portfolio, usedBy(accounts, nowMs), origin);
}
