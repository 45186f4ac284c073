import type { AccountName } from '../../domain/ids.ts';
import { type Origin, withUser } from '../../domain/records/origin.ts';
import { rootOf } from '../../ledger/origin.ts';
import { ledgerFolder } from '../../ledger/paths.ts';
import { endsIn } from '../../ledger/verify-end.ts';
import type { CommitId } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { few } from '../../problem/few.ts';
import { type Code, type Problem, problem } from '../../problem/problem.ts';
import { goneFolders } from '../gone.ts';
import type { Accounts, Ports } from '../ports.ts';
import { strangerIn } from '../signing-in/account.ts';
import { readWorkspace, type Workspace } from '../workspace.ts';
import type { Book } from './book.ts';

/** The repository as a run finds it. `rules`: the last commit that changed them; commits of runs come after it. */
export type Opened = { readonly workspace: Workspace; readonly head: CommitId; readonly rules: CommitId };

/** Everything that must be in order before anything is sent: the files, and whose ledger it is. */
export async function openWorkspace({ git, files, simulated }: Ports): Promise<Opened> {
  await git.settle([ledgerFolder]);
  const head = await git.head();
  const changed = await git.changed([ledgerFolder, 'playlists']);
  const records = changed.filter((path) => path.startsWith(`${ledgerFolder}/`));
  const rules = changed.filter((path) => !path.startsWith(`${ledgerFolder}/`));
  // A ledger that cannot be read says more of itself than that it was changed.
  const workspace = await readWorkspace(files);
  const problems: Problem[] = [
    ...(records.length === 0 ? [] : [problem('ledger/uncommitted', { paths: few(records) })]),
    ...(rules.length === 0 ? [] : [problem('machine/uncommitted-rules', { paths: few(rules) })]),
    ...(workspace.origin === null ? [] : otherOrigin(workspace.origin, await git.repository(), simulated)),
    ...(await brokenRecordsIn(workspace, git)),
  ];
  const [first, ...others] = problems;
  if (first !== undefined) throw new Failure([first, ...others]);
  const [ruled] = await git.log(['playlists'], { most: 1 });
  return { workspace, head, rules: ruled?.commit ?? head };
}

/** A ledger of the simulator's Spotify is none of the real one's, and the other way round. */
export function otherSpotify(origin: Origin, simulated: boolean): Problem | undefined {
  if (origin.simulated === simulated) return undefined;
  const kind = (one: boolean): string => (one ? 'the simulator' : 'Spotify itself');
  return problem('ledger/other-origin', {
    what: 'Spotify',
    recorded: kind(origin.simulated),
    found: kind(simulated),
  });
}

function otherOrigin(origin: Origin, repository: string | null, simulated: boolean): readonly Problem[] {
  return [
    ...[otherSpotify(origin, simulated)].filter((one) => one !== undefined),
    ...(origin.repository === null || repository === null || origin.repository === repository
      ? []
      : [problem('ledger/other-origin', { what: 'repository', recorded: origin.repository, found: repository })]),
  ];
}

/** Accounts whose records are gone, begin at another origin, or end elsewhere than their runs say. */
async function brokenRecordsIn({ origin, accounts }: Workspace, git: Ports['git']): Promise<readonly Problem[]> {
  if (origin === null) return [];
  const ends = [...accounts].flatMap(([name, ledger]) => endsIn(ledger, rootOf(origin, name)));
  return [...(await goneFolders(origin, accounts, git)), ...ends];
}

/** Whose accounts these are: as recorded, else as Spotify says; those that cannot be asked, or are another's, are left out. */
export async function identify(
  origin: Origin | null,
  accounts: Accounts,
  { git, simulated, signal }: Pick<Ports, 'git' | 'simulated' | 'signal'>,
): Promise<{
  readonly origin: Origin;
  readonly isNew: boolean;
  readonly problems: readonly Problem[];
}> {
  let known: Origin = origin ?? { version: 1, repository: await git.repository(), accounts: {}, simulated };
  const problems: Problem[] = [];
  for (const [name, { whose }] of accounts) {
    if (known.accounts[name] !== undefined) continue;
    const user = await toldOr(problems, whose, signal);
    const stranger = user && strangerIn(known, name, user);
    if (stranger !== undefined) problems.push(stranger);
    else if (user !== undefined) known = withUser(known, name, user);
  }
  return { origin: known, isNew: known !== origin && Object.keys(known.accounts).length > 0, problems };
}

/** What keeps a question from being sent, and says nothing of who would answer it. */
const withoutRoom: ReadonlySet<string> = new Set([
  'spotify/budget-spent',
  'spotify/quota-exceeded',
  'spotify/rate-limited',
] satisfies Code[]);

/**
 * Accounts that are about to be written to and are whom the ledger is of, in the very words of Spotify. Where these cannot
 * be had for want of room, the secret has told it already: one bucket stops no other.
 */
export async function askBeforeWriting(
  names: ReadonlySet<AccountName>,
  book: Book,
  accounts: Accounts,
  signal: AbortSignal,
): Promise<{ readonly ours: ReadonlySet<AccountName>; readonly problems: readonly Problem[] }> {
  const ours = new Set<AccountName>();
  const problems: Problem[] = [];
  for (const name of names) {
    const account = accounts.get(name);
    const own: Problem[] = [];
    const user = account && (await toldOr(own, account.whose, signal));
    const isUnasked = own.length > 0 && own.every(({ code }) => withoutRoom.has(code));
    if (user !== undefined) book.learn(name, user);
    if (user !== undefined || isUnasked) ours.add(name);
    if (!isUnasked) problems.push(...own);
  }
  return { ours, problems };
}

/** What was asked, or nothing and why; nothing at all once the run was asked to end. */
export async function toldOr<T>(
  problems: Problem[],
  ask: () => Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (signal.aborted && !(error instanceof Failure)) return undefined;
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
