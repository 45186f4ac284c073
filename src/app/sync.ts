import { exitOf } from '../problem/catalogue.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { problemOf } from '../problem/finding.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { renderNight } from '../report/text/night.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { alone } from './syncing/alone.ts';
import { type Night, type NightOptions, serveNight } from './syncing/night.ts';
import type { Workspace } from './workspace.ts';

/** What keeps a run from writing, whatever is said otherwise. */
export function standingRefusals({ playbook }: Workspace, { suspended }: Ports): readonly Problem[] {
  if (suspended || playbook.portfolio.suspend) return [problem('apply/suspended', {})];
  return playbook.portfolio.apply === 'off' ? [problem('apply/off', {})] : [];
}

/** The nightly run: read, plan, commit what is about to happen, write, commit what came of it. */
export const sync = async (ports: Ports, { reports = true }: { readonly reports?: boolean } = {}): Promise<Result> =>
  resultOf(
    await runNight(ports, (workspace) => ({
      due: 'schedule',
      refusals: () => standingRefusals(workspace, ports),
      reports,
    })),
  );

/** One night, begun anew as long as others commit before anything was sent to be written. */
export const runNight = (ports: Ports, optionsFor: (workspace: Workspace) => NightOptions): Promise<Night> =>
  alone(ports, (opened) => serveNight(opened, optionsFor(opened.workspace), ports));

function resultOf(night: Night): Result {
  const { plan, outcomes, problems } = night;
  const told = [...plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf));
  return {
    text: renderNight(night),
    json: { run: night.run, plan, outcomes, audit: night.audit, commit: night.commit },
    problems,
    told,
    exit: worstExit([exitOf([...problems, ...told]), exits.done]),
  };
}
