import { exitOf } from '../problem/catalogue.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problemOf } from '../problem/finding.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { renderNight } from '../report/text/night.ts';
import { accountsOf } from './accounts.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { takeLeases } from './syncing/leases.ts';
import { type Night, type NightOptions, serveNight } from './syncing/night.ts';
import { openWorkspace } from './syncing/open.ts';
import type { Workspace } from './workspace.ts';

/** What keeps a run from writing, whatever is said otherwise. */
export function standingRefusals({ playbook }: Workspace, { suspended }: Ports): readonly Problem[] {
  if (suspended || playbook.portfolio.suspend) return [problem('apply/suspended', {})];
  return playbook.portfolio.apply === 'off' ? [problem('apply/off', {})] : [];
}

/** How often a night is begun anew while others commit to the same branch. */
const mostTries = 3;

/** The nightly run: read, plan, commit what is about to happen, write, commit what came of it. */
export const sync = async (ports: Ports, { reports = true }: { readonly reports?: boolean } = {}): Promise<Result> =>
  resultOf(
    await runNight(ports, (workspace) => ({
      due: 'schedule',
      refusals: () => standingRefusals(workspace, ports),
      reports,
    })),
  );

/** One night under the leases of what it serves, begun anew as long as others commit before anything was sent. */
export async function runNight(ports: Ports, optionsFor: (workspace: Workspace) => NightOptions): Promise<Night> {
  const opened = await openWorkspace(ports);
  const accounts = await accountsOf(opened.workspace, ports);
  const leases = await takeLeases(opened.workspace.playbook.portfolio, accounts, ports);
  try {
    for (let tries = 1; tries <= mostTries; tries++) {
      const now = tries === 1 ? opened : await openWorkspace(ports);
      const night = await serveNight(now, optionsFor(now.workspace), ports);
      if (night !== 'moved') return night;
    }
    throw new Failure([problem('machine/moved-head', { tries: mostTries })]);
  } finally {
    await leases.release();
  }
}

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
