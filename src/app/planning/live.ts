import { type Facts, noFacts } from '../../domain/facts.ts';
import { gather } from '../../gather/gather.ts';
import type { Problem } from '../../problem/problem.ts';
import { nightAt } from '../night.ts';
import type { Accounts, Ports } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { draft } from './draft.ts';
import { type Planned, planNight } from './plan.ts';

export type Live = Planned & {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly accounts: Accounts;
};

/** Reads what the rules need and plans from it: the same bytes as planning later from what was read. */
export async function planLive(workspace: Workspace, ports: Ports, at: string, known: Facts = noFacts): Promise<Live> {
  const { portfolio } = workspace.playbook;
  const accounts = ports.connect(portfolio);
  const night = nightAt(at, ports.clock.now(), portfolio.timezone);
  const gathered = await gather({
    resolve: (facts) => draft({ ...workspace, ...night, facts }),
    facts: known,
    readers: new Map([...accounts].map(([name, { read }]) => [name, read])),
    budget: portfolio.budget,
    say: ports.say,
    signal: ports.signal,
  });
  const { facts, problems } = gathered;
  return { ...planNight({ ...workspace, ...night, facts }), facts, problems, accounts };
}
