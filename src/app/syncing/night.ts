import type { AccountName } from '../../domain/ids.ts';
import type { Outcome, Plan, PlaylistPlan } from '../../domain/plan.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import type { Restoring, RunIntent } from '../../domain/records/run.ts';
import { endsOf } from '../../ledger/runs.ts';
import { isWritten, priceOf } from '../../plan/assemble.ts';
import { withinRoom } from '../../plan/room.ts';
import type { CommitId } from '../../ports.ts';
import { exitOf } from '../../problem/catalogue.ts';
import { distinct } from '../../problem/distinct.ts';
import { signalExits } from '../../problem/exit.ts';
import { Failure } from '../../problem/failure.ts';
import { problemOf } from '../../problem/finding.ts';
import type { Problem } from '../../problem/problem.ts';
import { hadTrouble } from '../../report/insight/eventful.ts';
import { mustKeepTime } from '../clock.ts';
import { interruptedBy, type SignalName } from '../interrupted.ts';
import { nightAt } from '../night.ts';
import { type Accounts, type Ports, roomsOf } from '../ports.ts';
import { withLostToken } from '../replaced.ts';
import { uncovered } from '../signing-in/covered.ts';
import { besides } from './besides.ts';
import { Book } from './book.ts';
import { closeNight } from './closing.ts';
import { endMessage } from './end-message.ts';
import { intentLine, intentOf, sendingOf } from './intents.ts';
import { type Parted, parted } from './later.ts';
import { type Due, type Look, look } from './look.ts';
import { intentMessage } from './message.ts';
import { notedTonight } from './noted.ts';
import { askBeforeWriting, identify, type Opened } from './open.ts';
import { type Run, runOf } from './run.ts';
import { endingSoon } from './sign-ins.ts';
import { orUnrecorded } from './unrecorded.ts';
import { writeAll } from './write.ts';

/** What a night came to. */
export type Night = {
  readonly run: Run;
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** Everything that the audit learned tonight. */
  readonly audit: readonly AuditBody[];
  readonly problems: readonly Problem[];
  readonly commit: CommitId;
  /** The signal that ended it early. */
  readonly endedBy: SignalName | undefined;
};

export type Serving = {
  readonly all: Accounts;
  /** Gains the accounts whose committed ledgers tell what this run sent. */
  readonly recorded: Set<AccountName>;
};

export type NightOptions = {
  /** `all`: whatever the schedules say; `none`: no rule has its night, which then counts as not served. */
  readonly due: Due;
  /** Takes the place of the plan that the rules make of what was read. */
  readonly plan?: (seen: Look) => Plan;
  /** Why nothing may be written after all; undefined where only reading is meant. */
  readonly refusals: ((plan: Plan) => readonly Problem[]) | undefined;
  /** Where a restore leads to; others have none. */
  readonly restore?: Restoring;
  /** Whether reports are made and committed too; they are when it is left out. */
  readonly reports?: boolean;
};

/**
 * One run; `moved` where somebody committed before it announced what it is about to write, or, with nothing to write, another
 * run told what this one saw: it is then begun anew.
 */
export async function serveNight(
  opened: Opened,
  { due, refusals, plan: replan, restore, reports = true }: NightOptions,
  { all, recorded }: Serving,
  ports: Ports,
): Promise<Night | 'moved'> {
  const { workspace, head } = opened;
  const { portfolio, rules } = workspace.playbook;
  const startedMs = ports.clock.now();
  const tonight = nightAt('now', startedMs, portfolio.timezone);
  const about = restore === undefined ? {} : { restore };
  const run = runOf(startedMs, opened, { night: tonight.night, ...ports.started, ...about });
  const named = new Set(rules.map(({ account }) => account));
  const ruling = new Map(
    [...all].filter(
      ([name]) => named.has(name) || Object.keys(workspace.controls.get(name)?.playlists ?? {}).length > 0,
    ),
  );
  const { origin, isNew, problems: strangers } = await identify(workspace.origin, ruling, ports);
  const accounts = new Map([...ruling].filter(([name]) => origin.accounts[name] !== undefined));
  const ledgers = new Map([...workspace.accounts].filter(([name]) => accounts.has(name)));
  const [first, ...others] = strangers;
  if (ledgers.size === 0 && first !== undefined) throw new Failure([first, ...others]);
  const book = new Book({ origin, isOriginNew: isNew, accounts: ledgers, head }, ports);
  const looked = await look({ run, due, nowMs: tonight.nowMs, workspace, book, accounts }, ports);
  mustKeepTime(ruling);
  const planned = replan === undefined ? looked.plan : replan(looked);
  const seen = {
    ...looked,
    plan: withinRoom(planned, roomsOf(portfolio, accounts), portfolio.budget, looked.memory.waiting),
  };
  const waiting = new Map<AccountName, Parted['later']>();
  for (const [name, ledger] of book.accounts) {
    const { now, later } = parted(
      notedTonight(ledger, rules, { seen, run, closed: accounts.get(name)?.closed() ?? {} }),
      ledger,
    );
    book.add(name, now);
    waiting.set(name, later);
  }

  const refused = seen.plan.envelope.requests === 0 ? [] : (refusals?.(seen.plan) ?? []);
  const mayWrite = refusals !== undefined && refused.length === 0 && !ports.signal.aborted;
  const wanted = mayWrite ? seen.plan.playlists.filter((one) => isWritten(one) && accounts.has(one.account)) : [];
  const writers = await askBeforeWriting(new Set(wanted.map(({ account }) => account)), book, accounts, ports.signal);
  const plans = wanted.filter(({ account }) => writers.ours.has(account));
  const announced = announce(plans, { run, book, accounts });
  if (plans.length > 0 && (await book.tryCommit(intentMessage(run, plans))) === 'moved') return 'moved';
  // What was announced tells what was sent before it, and counts as sent itself.
  for (const name of announced.keys()) recorded.add(name);
  const outcomes = await writeAll(plans, { run, book, accounts, ports, apps: portfolio.apps });

  const lacking = uncovered(ruling, rules);
  const besideIt = [...writers.problems, ...lacking, ...endingSoon(accounts, startedMs), ...ports.unkept()];
  const read = seen.problems.map(withLostToken(workspace.accounts));
  // What a reading and a write are both refused for is told once.
  const problems = distinct([...strangers, ...read, ...refused, ...besideIt]);
  const findings = [...seen.plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf));
  const endedBy = interruptedBy(ports.signal);
  const exit = endedBy === undefined ? exitOf([...problems, ...findings]) : signalExits[endedBy];
  const turnedAway = new Set(wanted.flatMap(({ account }) => (writers.ours.has(account) ? [] : account)));
  const undone = closeNight(
    {
      ...{ run, startedMs, portfolio, seen, outcomes, announced, waiting, before: ledgers, problems, exit },
      isServed: due !== 'none' && refusals !== undefined,
      wasMeant: (name) => endedBy !== undefined || (mayWrite && !turnedAway.has(name)),
    },
    { book, accounts, clock: ports.clock },
  );
  const audit = [...book.accounts].flatMap(([name, { audit: lines }]) =>
    lines.slice(ledgers.get(name)?.audit.length ?? 0).flatMap((line) => ('body' in line ? line.body : [])),
  );
  const told = audit.length + undone.length + findings.length + problems.length;
  // What the run before had to tell stands in the reports until one has nothing to.
  const before = [...ledgers.values()].flatMap(({ runs }) => endsOf(runs).slice(-1));
  const isEventful = reports && (told > 0 || before.some(hadTrouble));
  const ended = { audit, plan: seen.plan, outcomes, undone, problems, by: endedBy };
  const extra = (now: typeof book.accounts) =>
    besides(now, { origin: book.origin, playbook: workspace.playbook, isEventful }, ports);
  if ((await orUnrecorded(book.commit(endMessage(run, ended), extra), outcomes)) === 'moved') return 'moved';
  for (const name of book.accounts.keys()) recorded.add(name);
  return { run, plan: seen.plan, outcomes, audit, problems, commit: book.head, endedBy };
}

type Announcing = {
  readonly run: Run;
  readonly book: Book;
  readonly accounts: Accounts;
};

/** Puts what is about to be written into the book. */
function announce(
  plans: readonly PlaylistPlan[],
  { run, book, accounts }: Announcing,
): ReadonlyMap<AccountName, RunIntent> {
  const announced = new Map<AccountName, RunIntent>();
  if (plans.length === 0) return announced;
  // Of accounts that nothing is written to, too: what they sent counts, whatever becomes of the run.
  for (const name of book.accounts.keys()) {
    const own = plans.filter(({ account }) => account === name);
    const line = intentLine(
      run,
      sendingOf(accounts.get(name)),
      priceOf(own),
      own.map((plan) => intentOf(plan, run)),
    );
    announced.set(name, line);
    book.add(name, { run: () => line });
  }
  return announced;
}
