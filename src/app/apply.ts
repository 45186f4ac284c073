import { applyPlan } from '../apply/apply-plan.ts';
import { hashOf } from '../domain/hash.ts';
import type { Outcome, Plan, PlaylistPlan } from '../domain/plan.ts';
import { parsePlan } from '../ledger/plan.ts';
import { isWritten } from '../plan/assemble.ts';
import { leftEnvelope } from '../plan/envelope.ts';
import { exitOf } from '../problem/catalogue.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { Failure, orFail } from '../problem/failure.ts';
import { problemOf } from '../problem/finding.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { renderOutcomes } from '../report/text/outcomes.ts';
import { renderPlan } from '../report/text/plan.ts';
import { type Live, planLive } from './planning/live.ts';
import type { Ports } from './ports.ts';
import { keepOutcome } from './records.ts';
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
  const planned = [...live.problems, ...live.plan.playlists.flatMap((one) => one.problems.map(problemOf))];
  const outcomes = refusals.length > 0 ? [] : await applyAll(workspace, live, ports);
  const applied = outcomes.flatMap((one) => one.problems.map(problemOf));
  return {
    text: [
      renderPlan(live.plan, { all: options.all }),
      ...(outcomes.length === 0 ? [] : [renderOutcomes(outcomes)]),
    ].join('\n\n'),
    json: { plan: live.plan, outcomes },
    problems: [...live.problems, ...refusals, ...applied],
    exit: worstExit([exitOf([...planned, ...refusals, ...applied]), exits.done]),
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

/** One playlist after the other. What is known of each is kept before the next is begun, so that nothing done is forgotten. */
async function applyAll(workspace: Workspace, live: Live, ports: Ports): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const controls = new Map(workspace.controls);
  for (const one of live.plan.playlists.filter(isWritten)) {
    if (ports.signal.aborted) break;
    const outcome = await applyOne(one, live, ports);
    if (outcome === null) continue;
    await keepOutcome(outcome, controls, ports.files);
    outcomes.push(outcome);
  }
  return outcomes;
}

async function applyOne(one: PlaylistPlan, { plan, accounts }: Live, ports: Ports): Promise<Outcome | null> {
  const account = accounts.get(one.account);
  if (account === undefined) return null;
  const { clock, say, signal } = ports;
  const nonce = `setlist-${hashOf([plan.night, plan.boundTo, one.slug]).slice(0, 24)}`;
  return applyPlan({ plan: one, read: account.read, write: account.write, clock, say, nonce, signal });
}
