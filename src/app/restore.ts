import type { Plan } from '../domain/plan.ts';
import type { Rule } from '../domain/rule.ts';
import { gather } from '../gather/gather.ts';
import { exitOf } from '../problem/catalogue.ts';
import { distinct } from '../problem/distinct.ts';
import { exits, worstExit } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { cutShort } from '../report/text/cut-short.ts';
import { renderOutcomes } from '../report/text/outcomes.ts';
import { renderPlan } from '../report/text/plan.ts';
import { recovered } from '../report/text/recovered.ts';
import { nearest } from '../words/values/nearest.ts';
import { accountsOf } from './accounts.ts';
import { readBesideRuns } from './beside-runs.ts';
import { skewIn } from './clock.ts';
import { nightAt } from './night.ts';
import { factsOf, holding, isForEver } from './planning/known.ts';
import { actualIn } from './planning/memory.ts';
import type { Ports } from './ports.ts';
import { allReadable, withoutRoom } from './readable.ts';
import { withLostToken } from './replaced.ts';
import { restored, undoneByRule } from './restoring/plan.ts';
import { recordedThen, restoringTo, type When } from './restoring/then.ts';
import type { Result } from './result.ts';
import { uncovered } from './signing-in/covered.ts';
import { runNight, standingRefusals } from './sync.ts';
import { mustBeFree } from './syncing/leases.ts';
import type { Look } from './syncing/look.ts';
import { keepUsed } from './used.ts';
import type { Workspace } from './workspace.ts';

export type RestoreOptions = When & {
  /** A rule's slug. */
  readonly playlist: string;
  readonly yes: boolean;
  readonly all: boolean;
};

/** Brings a playlist back to how the ledger knew it: a plan like any other, dry unless told `--yes`. */
export async function restore(options: RestoreOptions, ports: Ports): Promise<Result> {
  const workspace = await readBesideRuns(ports);
  const rule = ruleIn(workspace, options.playlist);
  const past = await recordedThen(rule, options, workspace, ports);
  const refusals = (now: Workspace, { envelope }: Plan): readonly Problem[] => [
    ...standingRefusals(now, ports),
    ...(options.yes ? [] : [problem('apply/dry', { requests: envelope.requests })]),
  ];
  if (!options.yes || standingRefusals(workspace, ports).length > 0) {
    const { facts, night, problems } = await readNow(rule, workspace, ports);
    mustBeRead(rule, { facts, problems }, workspace);
    const plan = restored(rule, past, { facts, night, others: [] }, workspace);
    const all = [...problems, ...(plan.envelope.requests === 0 ? [] : refusals(workspace, plan).slice(0, 1))];
    return {
      text: renderPlan(plan, { all: options.all }),
      json: { plan },
      problems: all,
      exit: worstExit([exitOf(all), exits.done]),
    };
  }
  const done = await runNight(ports, (now) => ({
    due: 'none',
    restore: restoringTo(rule, options),
    refusals: (plan) => refusals(now, plan),
    plan: ({ facts, plan, problems }) => {
      mustBeRead(rule, { facts, problems }, now);
      const others = plan.playlists.filter(({ slug }) => slug !== rule.slug);
      return restored(rule, past, { facts, night: plan.night, others }, now);
    },
  }));
  const told = done.outcomes.flatMap((one) => one.problems) as readonly Problem[];
  return {
    text: [
      ...recovered(done.audit, done.run),
      renderOutcomes(
        done.outcomes,
        done.plan.playlists.filter(({ slug }) => slug === rule.slug),
      ),
      ...cutShort(done.plan, done.outcomes, done.endedBy),
      ...(done.outcomes.length === 0 ? [] : [`Mind: ${undoneByRule}`]),
      `Recorded in commit ${done.commit.slice(0, 10)}`,
    ].join('\n\n'),
    json: { plan: done.plan, outcomes: done.outcomes, commit: done.commit },
    problems: done.problems,
    told,
    exit: worstExit([exitOf([...done.problems, ...told]), exits.done]),
  };
}

function ruleIn({ playbook, controls }: Workspace, slug: string): Rule {
  const found = playbook.rules.find((rule) => rule.slug === slug);
  if (found !== undefined && controls.get(found.account)?.playlists[found.slug] !== undefined) return found;
  const slugs = playbook.rules.map((rule) => rule.slug as string);
  throw new Failure([problem('usage/no-such-playlist', { playlist: slug, nearest: nearest(slug, slugs) })]);
}

/** Throws a `Failure` with what kept the playlist from being read, where something is known to have. */
function mustBeRead(rule: Rule, { facts, problems }: Pick<Look, 'facts' | 'problems'>, { controls }: Workspace): void {
  const id = controls.get(rule.account)?.playlists[rule.slug]?.id;
  const [first, ...others] = problems;
  if (id === undefined || first === undefined || actualIn(facts, rule.account, id) !== undefined) return;
  throw new Failure([first, ...others]);
}

async function readNow(rule: Rule, workspace: Workspace, ports: Ports) {
  const { playbook, controls, accounts } = workspace;
  const id = controls.get(rule.account)?.playlists[rule.slug]?.id;
  const needs = id === undefined ? [] : [{ account: rule.account, kind: 'playlist', id } as const];
  const open = await accountsOf(workspace, ports);
  await mustBeFree(playbook.portfolio, new Set([rule.account]), ports);
  const readers = new Map([...open].map(([name, { read }]) => [name, read] as const));
  const readable = allReadable(open);
  const { facts, problems, short } = await gather({
    resolve: () => ({ needs, wishes: [] }),
    facts: holding(factsOf(accounts), isForEver),
    readers,
    room: readable.room,
    say: ports.say,
    signal: ports.signal,
  }).finally(() => keepUsed(open, ports));
  return {
    facts,
    problems: distinct([
      ...problems.map(withLostToken(accounts)),
      ...uncovered(open, playbook.rules),
      ...withoutRoom(short, open, playbook.portfolio.budget, readable),
      ...skewIn(open),
    ]),
    night: nightAt('now', ports.clock.now(), playbook.portfolio.timezone).night,
  };
}
