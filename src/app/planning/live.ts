import type { Facts } from '../../domain/facts.ts';
import { gather } from '../../gather/gather.ts';
import { distinct } from '../../problem/distinct.ts';
import type { Problem } from '../../problem/problem.ts';
import { accountsOf } from '../accounts.ts';
import { skewIn } from '../clock.ts';
import { nightAt } from '../night.ts';
import type { Accounts, Ports } from '../ports.ts';
import { allReadable, withoutRoom } from '../readable.ts';
import { withLostToken } from '../replaced.ts';
import { uncovered } from '../signing-in/covered.ts';
import { mustBeFree } from '../syncing/leases.ts';
import { keepUsed } from '../used.ts';
import type { Workspace } from '../workspace.ts';
import { draft } from './draft.ts';
import { factsOf, holding, isForEver } from './known.ts';
import { remembering } from './memory.ts';
import { type Planned, planNight } from './plan.ts';
import { recallFrom } from './recall.ts';

export type Live = Planned & {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly accounts: Accounts;
};

/** Reads what the rules need and plans from it: the same bytes as planning later from what was read. */
export async function planLive(
  workspace: Workspace,
  ports: Ports,
  at: string,
  known: Facts = holding(factsOf(workspace.accounts), isForEver),
): Promise<Live> {
  const { portfolio, rules } = workspace.playbook;
  const nowMs = ports.clock.now();
  const accounts = await accountsOf(workspace, ports);
  await mustBeFree(portfolio, new Set(rules.flatMap(({ account }) => (accounts.has(account) ? account : []))), ports);
  const night = nightAt(at, nowMs, portfolio.timezone);
  const remember = remembering({ ...workspace, ...night, rules, due: 'all' });
  const readable = allReadable(accounts);
  const gathered = await gather({
    resolve: (facts) => draft({ ...workspace, ...night, facts, memory: remember(facts) }),
    facts: known,
    readers: new Map([...accounts].map(([name, { read }]) => [name, read])),
    room: readable.room,
    say: ports.say,
    recall: recallFrom(ports.git, portfolio.timezone),
    signal: ports.signal,
  }).finally(() => keepUsed(accounts, ports));
  const { facts, short } = gathered;
  const told = gathered.problems.map(withLostToken(workspace.accounts));
  const problems = distinct([
    ...told,
    ...uncovered(accounts, rules),
    ...withoutRoom(short, accounts, portfolio.budget, readable),
    ...skewIn(accounts),
  ]);
  return { ...planNight({ ...workspace, ...night, facts, memory: remember(facts) }), facts, problems, accounts };
}
