import type { Outcome, Plan } from '../domain/plan.ts';
import { parsePlan } from '../ledger/plan.ts';
import { leftEnvelope } from '../plan/envelope.ts';
import { exitOf } from '../problem/catalogue.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { Failure, orFail } from '../problem/failure.ts';
import { problemOf } from '../problem/finding.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { cutShort } from '../report/text/cut-short.ts';
import { renderOutcomes } from '../report/text/outcomes.ts';
import { renderPlan } from '../report/text/plan.ts';
import { recovered } from '../report/text/recovered.ts';
import { readBesideRuns } from './beside-runs.ts';
import { planLive } from './planning/live.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { runNight, standingRefusals } from './sync.ts';
import type { Workspace } from './workspace.ts';

export type ApplyOptions = { readonly yes: boolean; readonly plan?: string; readonly all: boolean };

/**
 * Brings the playlists to what the rules say, whatever their schedules. Dry unless told `--yes`; a saved plan is a ceiling,
 * never an order. What is written goes into the ledger as the nightly run's does.
 */
export async function apply(options: ApplyOptions, ports: Ports): Promise<Result> {
  const saved = await readPlan(options.plan, ports);
  const refusalsIn = (workspace: Workspace) => (plan: Plan) => [
    ...standingRefusals(workspace, ports),
    ...(options.yes ? [] : [problem('apply/dry', { requests: plan.envelope.requests })]),
    ...(saved === null ? [] : leftEnvelope(saved, plan)),
  ];
  const workspace = await readBesideRuns(ports);
  // Where nothing may be written there is nothing to record either.
  if (options.yes && standingRefusals(workspace, ports).length === 0) {
    const night = await runNight(ports, (now) => ({ due: 'all', refusals: refusalsIn(now) }));
    const done = resultOf(options, night.plan, night.outcomes, night.problems);
    return {
      ...done,
      text: [
        ...recovered(night.audit, night.run),
        done.text,
        ...cutShort(night.plan, night.outcomes, night.endedBy),
      ].join('\n\n'),
    };
  }
  const { plan, problems } = await planLive(workspace, ports, 'now');
  const refusals = plan.envelope.requests === 0 ? [] : refusalsIn(workspace)(plan).slice(0, 1);
  return resultOf(options, plan, [], [...problems, ...refusals]);
}

function resultOf(
  { all }: ApplyOptions,
  plan: Plan,
  outcomes: readonly Outcome[],
  problems: readonly Problem[],
): Result {
  // What belongs to a playlist stands beside it in the text and the plan.
  const told = [...plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf));
  return {
    text: outcomes.length === 0 ? renderPlan(plan, { all }) : renderOutcomes(outcomes, plan.playlists),
    json: { plan, outcomes },
    problems,
    told,
    exit: worstExit([exitOf([...problems, ...told]), exits.done]),
  };
}

async function readPlan(path: string | undefined, { files }: Ports): Promise<Plan | null> {
  if (path === undefined) return null;
  const text = await files.read(path);
  if (text === undefined) throw new Failure([problem('plan/bad-file', { path, reason: 'there is no such file' })]);
  return orFail(parsePlan(text, path));
}
