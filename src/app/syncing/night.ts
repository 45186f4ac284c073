import type { AccountName } from '../../domain/ids.ts';
import type { Outcome, Plan, PlaylistPlan } from '../../domain/plan.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import type { Restoring, RunIntent, Undone } from '../../domain/records/run.ts';
import { isWritten, priceOf } from '../../plan/assemble.ts';
import { withinRoom } from '../../plan/room.ts';
import type { CommitId } from '../../ports.ts';
import { exitOf } from '../../problem/catalogue.ts';
import { Failure } from '../../problem/failure.ts';
import { problemOf } from '../../problem/finding.ts';
import type { Problem } from '../../problem/problem.ts';
import { accountsOf } from '../accounts.ts';
import { skewIn } from '../clock.ts';
import { interruptedBy, type SignalName, signalExits } from '../interrupted.ts';
import { nightAt } from '../night.ts';
import { type Accounts, type Ports, roomsOf } from '../ports.ts';
import { asForetold } from '../replaced.ts';
import { keepUsed } from '../used.ts';
import { besides } from './besides.ts';
import { Book } from './book.ts';
import { undoneIn, wroteTonight } from './conclude.ts';
import { endOf } from './end.ts';
import { endMessage } from './end-message.ts';
import { intentLine, intentOf, sendingOf } from './intents.ts';
import { type Parted, parted, withLater } from './later.ts';
import { type Due, type Look, look } from './look.ts';
import { intentMessage } from './message.ts';
import { notedTonight } from './noted.ts';
import { askBeforeWriting, identify, type Opened } from './open.ts';
import { instantOf, type Run, runOf } from './run.ts';
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
  /** Accounts whose ledgers tell of this run. */
  readonly recorded: ReadonlySet<AccountName>;
  /** The signal that ended it early. */
  readonly endedBy: SignalName | undefined;
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

/** One run: `moved` when somebody committed before anything was sent to be written; it is then begun anew. */
export async function serveNight(opened: Opened, options: NightOptions, ports: Ports): Promise<Night | 'moved'> {
  const connected = await accountsOf(opened.workspace, ports);
  let recorded: Night['recorded'] = new Set();
  try {
    const night = await nightOf(opened, { ...options, all: connected }, ports);
    if (night !== 'moved') recorded = night.recorded;
    return night;
  } finally {
    // Accounts that could not be served, and a night that came to nothing.
    await keepUsed(new Map([...connected].filter(([name]) => !recorded.has(name))), ports);
  }
}

async function nightOf(
  opened: Opened,
  { due, refusals, plan: replan, restore, reports = true, all }: NightOptions & { readonly all: Accounts },
  ports: Ports,
): Promise<Night | 'moved'> {
  const { workspace, head } = opened;
  const { portfolio, rules } = workspace.playbook;
  const startedMs = ports.clock.now();
  const tonight = nightAt('now', startedMs, portfolio.timezone);
  const about = restore === undefined ? {} : { restore };
  const run = runOf(startedMs, opened, { night: tonight.night, ...ports.started, ...about });
  const ruling = new Set(rules.map(({ account }) => account));
  const connected = new Map(
    [...all].filter(
      ([name]) => ruling.has(name) || Object.keys(workspace.controls.get(name)?.playlists ?? {}).length > 0,
    ),
  );
  const { origin, isNew, problems: strangers } = await identify(workspace.origin, connected, ports);
  const accounts = new Map([...connected].filter(([name]) => origin.accounts[name] !== undefined));
  const ledgers = new Map([...workspace.accounts].filter(([name]) => accounts.has(name)));
  const [first, ...others] = strangers;
  if (ledgers.size === 0 && first !== undefined) throw new Failure([first, ...others]);
  const book = new Book({ origin, isOriginNew: isNew, accounts: ledgers, head }, ports);
  const read = await look({ run, due, nowMs: tonight.nowMs, workspace, book, accounts }, ports);
  const planned = replan === undefined ? read.plan : replan(read);
  const seen = {
    ...read,
    plan: withinRoom(planned, roomsOf(portfolio, accounts), portfolio.budget, read.memory.waiting),
  };
  const waiting = new Map<AccountName, Parted['later']>();
  for (const [name, ledger] of book.accounts) {
    const { now, later } = parted(notedTonight(ledger, rules, seen, run), ledger);
    book.add(name, now);
    waiting.set(name, later);
  }

  const refused = seen.plan.envelope.requests === 0 ? [] : (refusals?.(seen.plan) ?? []);
  const mayWrite = refusals !== undefined && refused.length === 0 && !ports.signal.aborted;
  const wanted = mayWrite ? seen.plan.playlists.filter((one) => isWritten(one) && accounts.has(one.account)) : [];
  const writers = await askBeforeWriting(new Set(wanted.map(({ account }) => account)), book, accounts);
  const plans = wanted.filter(({ account }) => writers.ours.has(account));
  const announced = announce(plans, { run, book, accounts });
  if (plans.length > 0 && (await book.tryCommit(intentMessage(run, plans))) === 'moved') return 'moved';
  const outcomes = await writeAll(plans, { run, book, accounts, ports });

  const besideIt = [...writers.problems, ...endingSoon(accounts, startedMs), ...skewIn(connected), ...ports.unkept()];
  const problems = [...strangers, ...seen.problems.map(asForetold(workspace.accounts)), ...refused, ...besideIt];
  const findings = [...seen.plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf));
  const endedBy = interruptedBy(ports.signal);
  const exit = endedBy === undefined ? exitOf([...problems, ...findings]) : signalExits[endedBy];
  const undone: Undone[] = [];
  for (const [name, ledger] of book.accounts) {
    const left = undoneIn(name, seen.plan, outcomes, mayWrite || endedBy !== undefined);
    undone.push(...left);
    const own = outcomes.filter((one) => one.account === name);
    const told = {
      name,
      run,
      seen,
      outcomes: own,
      intent: announced.get(name),
      undone: left,
      closed: accounts.get(name)?.closed() ?? {},
    };
    const wrote = wroteTonight(ledger, told, instantOf(ports.clock.now()));
    const all = withLater(waiting.get(name) ?? { playlists: [], history: [] }, wrote);
    const retention = { night: run.night, days: portfolio.retentionDays };
    book.add(name, { ...all, retention });
    const isServed = due !== 'none' && refusals !== undefined;
    const ending = {
      ...told,
      isServed,
      startedMs,
      timezone: portfolio.timezone,
      endedMs: ports.clock.now(),
      problems,
      exit,
    };
    const sending = sendingOf(accounts.get(name));
    book.add(name, { run: endOf(ledgers.get(name) ?? ledger, { ...ending, sending }) });
  }
  const audit = [...book.accounts].flatMap(([name, { audit: lines }]) =>
    lines.slice(ledgers.get(name)?.audit.length ?? 0).flatMap((line) => ('body' in line ? line.body : [])),
  );
  const isEventful = reports && audit.length + undone.length + findings.length + problems.length > 0;
  const ended = { audit, plan: seen.plan, outcomes, undone, problems, by: endedBy };
  const extra = (now: typeof book.accounts) =>
    besides(now, { origin, playbook: workspace.playbook, isEventful }, ports);
  await orUnrecorded(book.commit(endMessage(run, ended), extra), outcomes);
  const recorded = new Set(book.accounts.keys());
  return { run, plan: seen.plan, outcomes, audit, problems, commit: book.head, recorded, endedBy };
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
  for (const name of new Set(plans.map(({ account }) => account))) {
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
