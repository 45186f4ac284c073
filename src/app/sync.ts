import type { AccountName } from '../domain/ids.ts';
import { exitOf } from '../problem/catalogue.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problemOf } from '../problem/finding.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { renderNight } from '../report/text/night.ts';
import { accountsOf } from './accounts.ts';
import type { Accounts, Ports } from './ports.ts';
import type { Result } from './result.ts';
import { alone } from './syncing/alone.ts';
import { type Night, type NightOptions, serveNight } from './syncing/night.ts';
import { keepUsed } from './used.ts';
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
export function runNight(ports: Ports, optionsFor: (workspace: Workspace) => NightOptions): Promise<Night> {
  let all: Accounts = new Map();
  const recorded = new Set<AccountName>();
  return alone(
    ports,
    async (opened) => {
      // The world that a nightly run lives in is read before all else.
      if (ports.world !== null && !(await ports.world.isCurrent()))
        throw new Failure([problem('machine/moved-head', { tries: 1 })]);
      all = new Map([...all, ...(await accountsOf(opened.workspace, ports, all))]);
      return serveNight(opened, optionsFor(opened.workspace), { all, recorded }, ports);
    },
    // Accounts that could not be served, and a night that came to nothing.
    () => keepUsed(new Map([...all].filter(([name]) => !recorded.has(name))), ports),
  );
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
