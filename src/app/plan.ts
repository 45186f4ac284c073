import type { Facts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { renderFacts } from '../ledger/facts.ts';
import { renderPlanFile } from '../ledger/plan.ts';
import { exitOf } from '../problem/catalogue.ts';
import { type ExitCode, exits, worstExit } from '../problem/exit.ts';
import { problemOf } from '../problem/finding.ts';
import type { Problem } from '../problem/problem.ts';
import { renderPlan } from '../report/text/plan.ts';
import { readBesideRuns } from './beside-runs.ts';
import { planLive } from './planning/live.ts';
import { planOffline, readFactsFile, withLedger } from './planning/offline.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';

export type PlanOptions = {
  readonly offline: boolean;
  readonly at: string;
  readonly all: boolean;
  readonly facts?: string;
  readonly saveFacts?: string;
  readonly out?: string;
};

/** What would change, why and at what price. Writes nothing but the files it was told to. */
export async function plan(options: PlanOptions, ports: Ports): Promise<Result> {
  const { plan: made, facts, problems } = await make(options, ports);
  // What is only to be known, as a clock that is off, stands in the way of nothing.
  const isRead = exitOf(problems) === exits.done;
  const left = isRead ? [] : [options.saveFacts, options.out].filter((path) => path !== undefined);
  if (isRead) await keep(options, made, facts, ports);
  return {
    text: [
      renderPlan(made, { all: options.all }),
      ...left.map((path) => `Not written, since reading failed: ${path}`),
    ].join('\n\n'),
    json: { plan: made },
    problems,
    told: findingsOf(made),
    exit: exitOfPlan(made, problems),
  };
}

/** Writes what it was told to keep; a run that could not read must not take the place of one that could. */
async function keep({ saveFacts, out }: PlanOptions, made: Plan, facts: Facts, { files }: Ports): Promise<void> {
  if (saveFacts !== undefined) await files.write(saveFacts, renderFacts(facts));
  if (out !== undefined) await files.write(out, renderPlanFile(made));
}

async function make(options: PlanOptions, ports: Ports) {
  const workspace = await readBesideRuns(ports);
  const given = await readFactsFile(ports.files, options.facts);
  if (!options.offline && options.facts === undefined) return planLive(workspace, ports, options.at);
  const facts = withLedger(workspace.accounts, given);
  return { ...planOffline(workspace, facts, options.at, ports.clock.now()), facts, problems: [] };
}

/** Changes and lacking facts are pending; what a guard holds back, what cannot be read and what went wrong rank above. */
function exitOfPlan(plan: Plan, problems: readonly Problem[]): ExitCode {
  const { playlists, lacks } = plan;
  const pending = lacks.length > 0 || playlists.some(({ writes, state }) => writes.length > 0 || state === 'partial');
  return worstExit([exitOf([...problems, ...findingsOf(plan)]), pending ? exits.pending : exits.done]);
}

const findingsOf = ({ playlists }: Plan): readonly Problem[] => playlists.flatMap((one) => one.problems.map(problemOf));
