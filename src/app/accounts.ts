import { merged, together, type Used } from '../domain/quota.ts';
import { priceOf } from '../plan/assemble.ts';
import { Failure } from '../problem/failure.ts';
import { clockBehind } from './clock.ts';
import type { Account, Accounts, Ports } from './ports.ts';
import { covered } from './signing-in/covered.ts';
import { usedBy } from './used.ts';
import type { Workspace } from './workspace.ts';

/**
 * The accounts of the portfolio, with what earlier runs leave of their quotas, held to what their sign-ins allow. Refuses a clock that is behind the last of
 * these runs: nights and quotas are counted by it. `before`: as an earlier try of this run had them; what that sent is told
 * with what these send.
 */
export async function accountsOf(
  { playbook, accounts, origin }: Workspace,
  ports: Ports,
  before: Accounts = new Map(),
): Promise<Accounts> {
  const clock = clockBehind(
    [...accounts.values()].flatMap(({ runs }) => runs),
    ports.clock.now(),
  );
  if (clock !== undefined) throw new Failure([clock]);
  const used = new Map(
    [...(await usedBy(accounts, ports))].map(([name, one]) => [name, together([one, ...usedIn(before.get(name))])]),
  );
  const connected = [...ports.connect(playbook.portfolio, used, origin)];
  const going = new Map(connected.map(([name, account]) => [name, goingOn(before.get(name), account)]));
  return covered(going, playbook.rules);
}

const usedIn = (account: Account | undefined): readonly Used[] =>
  account === undefined ? [] : [{ times: account.times(), closed: account.closed() }];

function goingOn(before: Account | undefined, now: Account): Account {
  if (before === undefined) return now;
  return {
    ...now,
    sent: () => priceOf([{ price: before.sent() }, { price: now.sent() }]),
    times: () => merged([before.times(), now.times()]),
  };
}
