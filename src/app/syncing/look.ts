import { settlingAfter } from '../../apply/attempt.ts';
import type { Facts } from '../../domain/facts.ts';
import type { AccountName, Slug, UserId } from '../../domain/ids.ts';
import type { Leaving } from '../../domain/past.ts';
import type { Plan } from '../../domain/plan.ts';
import { gather } from '../../gather/gather.ts';
import { listingRequests } from '../../gather/listing.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { distinct } from '../../problem/distinct.ts';
import { Failure } from '../../problem/failure.ts';
import type { Problem } from '../../problem/problem.ts';
import { type Drafts, draft } from '../planning/draft.ts';
import { factsOf } from '../planning/known.ts';
import { type Memory, remembering } from '../planning/memory.ts';
import { planNight } from '../planning/plan.ts';
import { recallFrom } from '../planning/recall.ts';
import type { Turn } from '../planning/turn.ts';
import type { Accounts, Ports } from '../ports.ts';
import { readableBesideWriting, withoutRoom } from '../readable.ts';
import type { Workspace } from '../workspace.ts';
import { adoptCreated } from './adopt.ts';
import type { Book } from './book.ts';
import { cutsOf } from './cuts.ts';
import { dueTonight } from './due.ts';
import { knownTonight, withOlder } from './known.ts';
import { looksTonight } from './looks.ts';
import { toldOr } from './open.ts';
import { rulingsOf } from './rulings.ts';
import type { Run } from './run.ts';
import { type Survey, survey } from './survey.ts';

/** Which rules have their night. */
export type Due = 'schedule' | 'all' | 'none';

export type Looking = {
  readonly run: Run;
  readonly due: Due;
  readonly nowMs: number;
  readonly workspace: Workspace;
  readonly book: Book;
  /** Those that are signed in. */
  readonly accounts: Accounts;
};

/** What a night looks like before anything is written. */
export type Look = {
  readonly listings: Survey['listings'];
  readonly facts: Facts;
  /** The keys of what was read tonight. */
  readonly read: ReadonlySet<string>;
  readonly memory: Memory;
  /** What is planned to leave, tonight's plan included, of rules that have one. */
  readonly leaving: ReadonlyMap<Slug, Leaving>;
  /** What their schedules watch, of rules that were due. */
  readonly sources: Drafts['sources'];
  readonly plan: Plan;
  readonly problems: readonly Problem[];
};

/** Reads what tonight needs and plans from it. An account whose listing could not be read is not touched. */
export async function look(
  { run, due: which, nowMs, workspace, book, accounts }: Looking,
  ports: Ports,
): Promise<Look> {
  const { portfolio, rules } = workspace.playbook;
  const ruled = [...book.accounts].filter(([name, ledger]) => accounts.has(name) && hasPlaylists(ledger));
  const readers = new Map([...accounts].map(([name, { read }]) => [name, read] as const));
  const names = ruled.map(([name]) => name);
  const searched = new Set(ruled.flatMap(([name, ledger]) => (hasOpenCreation(ledger) ? name : [])));
  const { say, signal, clock } = ports;
  // What a run that was cut off a moment ago wrote may not show yet.
  if (ruled.some(([, { runs }]) => cutsOf(runs).size > 0)) await clock.sleep(settlingAfter(1));
  const { listings, problems: unread } = await survey({ readers: pick(readers, names), searched, say, signal });
  const problems = [...unread.values()].flat();
  const unlisted = new Set(names.filter((name) => !listings.has(name)));
  // Who owns what is looked for, by the id of today; of whom nothing is listed, nothing else shows the sign-in to be good.
  const owners = new Map<AccountName, UserId | undefined>();
  for (const [name, { whose }] of accounts)
    if (searched.has(name) || !names.includes(name)) owners.set(name, (await toldOr(problems, whose, signal))?.id);
  const isThere = (name: AccountName): boolean =>
    names.includes(name) ? listings.has(name) : owners.get(name) !== undefined;
  const absent = new Map(
    rules.flatMap(({ account }) => (isThere(account) ? [] : [[account, unread.get(account) ?? []]])),
  );
  rule(book, rules, { listings, owners }, run);
  const due =
    which === 'all' ? which : which === 'none' ? new Map<Slug, Turn>() : dueTonight(rules, book.accounts, run.night);
  const earlier = factsOf(book.accounts);
  const remember = remembering({ accounts: book.accounts, rules, night: run.night, due });
  const controls = new Map([...book.accounts].map(([name, { control }]) => [name, control] as const));
  const given = { playbook: workspace.playbook, controls, night: run.night, nowMs };
  const asked = () => draft({ ...given, facts: earlier, memory: { ...remember(earlier), due: 'all' } });
  const readable = readableBesideWriting(portfolio, accounts, (name) => listingRequests(listings.get(name)?.size ?? 0));
  const { room } = readable;
  const polling = { asked, accounts: book.accounts, night: run.night, portfolio, room };
  const { isAsked, again, tooLong } = looksTonight(earlier, polling);
  const { waiting } = remember(earlier);
  const known = knownTonight(earlier, {
    accounts: book.accounts,
    listings,
    budget: portfolio.budget,
    waiting,
    isAsked,
  });
  const gathered = await gather({
    resolve: (facts) => {
      const { needs, wishes } = draft({ ...given, facts, memory: remember(facts) });
      return { needs: [...known.changed, ...needs], wishes: [...wishes, ...known.sampled] };
    },
    facts: known.facts,
    readers: new Map([...readers].filter(([name]) => !unlisted.has(name))),
    room,
    ...(which === 'none' ? {} : { again }),
    say: ports.say,
    recall: recallFrom(ports.git, portfolio.timezone),
    signal: ports.signal,
  });
  const facts = withOlder(gathered.facts, earlier, gathered.putOff);
  const memory = remember(facts);
  const { plan, leaving, sources } = planNight({ ...given, facts, memory }, absent);
  return {
    listings,
    facts,
    read: gathered.read,
    memory,
    leaving,
    sources,
    plan,
    problems: distinct([
      ...problems,
      ...gathered.problems,
      ...withoutRoom([...tooLong, ...gathered.short], accounts, portfolio.budget, readable),
    ]),
  };
}

const hasPlaylists = ({ control, playlists, runs }: AccountLedger): boolean =>
  Object.keys(control.playlists).length > 0 || playlists.size > 0 || cutsOf(runs).size > 0;

/** A run that was cut off may have created a playlist and not written down which. */
const hasOpenCreation = ({ control, runs }: AccountLedger): boolean =>
  [...cutsOf(runs)].some(([slug, { intent }]) => intent.id === null && control.playlists[slug] === undefined);

const pick = <T>(all: ReadonlyMap<AccountName, T>, names: readonly AccountName[]): ReadonlyMap<AccountName, T> =>
  new Map([...all].filter(([name]) => names.includes(name)));

/** Settles which rules rule which playlists; throws a `Failure` for files that moved and do not say so. */
function rule(
  book: Book,
  rules: Workspace['playbook']['rules'],
  { listings, owners }: Pick<Survey, 'listings'> & { readonly owners: ReadonlyMap<AccountName, UserId | undefined> },
  run: Run,
): void {
  const problems: Problem[] = [];
  for (const [name, ledger] of book.accounts) {
    const owner = owners.get(name) ?? book.origin.accounts[name];
    const found = adoptCreated(ledger.control, cutsOf(ledger.runs), listings.get(name), owner);
    const rulings = rulingsOf({ ...ledger, control: found }, rules, run);
    problems.push(...rulings.problems);
    book.add(name, { control: rulings.control, audit: rulings.audit, dropped: rulings.dropped });
  }
  const [first, ...others] = problems;
  if (first !== undefined) throw new Failure([first, ...others]);
}
