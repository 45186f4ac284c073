import type { Plan } from '../domain/plan.ts';
import { parsePlan } from '../ledger/plan.ts';
import { leftEnvelope } from '../plan/envelope.ts';
import { exitOf } from '../problem/catalogue.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { Failure, orFail } from '../problem/failure.ts';
import { problemOf } from '../problem/finding.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { renderOutcomes } from '../report/text/outcomes.ts';
import { renderPlan } from '../report/text/plan.ts';
import { applyNight } from './apply-night.ts';
import { planLive } from './planning/live.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { readWorkspace, type Workspace } from './workspace.ts';

export type ApplyOptions = { readonly yes: boolean; readonly plan?: string; readonly all: boolean };

/** Brings the playlists to what the rules say. Dry unless told `--yes`; a saved plan is a ceiling, never an order. */
export async function apply(options: ApplyOptions, ports: Ports): Promise<Result> {
  const workspace = await readWorkspace(ports.files);
  const saved = await readPlan(options.plan, ports);
  const live = await planLive(workspace, ports, 'now');
  const refusals = [
    ...refusalsOf(options, workspace, live.plan, ports),
    ...(saved === null ? [] : leftEnvelope(saved, live.plan)),
  ];
  const planned = live.plan.playlists.flatMap((one) => one.problems.map(problemOf));
  const outcomes = refusals.length > 0 ? [] : await applyNight(workspace, live, ports);
  const applied = outcomes.flatMap((one) => one.problems.map(problemOf));
  return {
    text:
      outcomes.length === 0
        ? renderPlan(live.plan, { all: options.all })
        : renderOutcomes(outcomes, live.plan.playlists),
    json: { plan: live.plan, outcomes },
    // What belongs to a playlist stands beside it in the text and the plan.
    problems: [...live.problems, ...refusals],
    told: [...planned, ...applied],
    exit: worstExit([exitOf([...live.problems, ...planned, ...refusals, ...applied]), exits.done]),
  };
}

async function readPlan(path: string | undefined, { files }: Ports): Promise<Plan | null> {
  if (path === undefined) return null;
  const text = await files.read(path);
  if (text === undefined) throw new Failure([problem('plan/bad-file', { path, reason: 'there is no such file' })]);
  return orFail(parsePlan(text, path));
}

function refusalsOf(
  { yes }: ApplyOptions,
  { playbook }: Workspace,
  { envelope }: Plan,
  ports: Ports,
): readonly Problem[] {
  if (envelope.requests === 0) return [];
  if (ports.suspended || playbook.portfolio.suspend) return [problem('apply/suspended', {})];
  if (!yes) return [problem('apply/dry', { requests: envelope.requests })];
  return playbook.portfolio.apply === 'off' ? [problem('apply/off', {})] : [];
}
