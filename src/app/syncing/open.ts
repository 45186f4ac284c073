import type { AccountName, UserId } from '../../domain/ids.ts';
import type { Origin } from '../../domain/records/origin.ts';
import { ledgerFolder } from '../../ledger/paths.ts';
import type { CommitId } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { few } from '../../problem/few.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { Accounts, Ports } from '../ports.ts';
import { readWorkspace, type Workspace } from '../workspace.ts';

/** The repository as a run finds it. */
export type Opened = { readonly workspace: Workspace; readonly head: CommitId };

/** Everything that must be in order before anything is sent: git, the files, and whose ledger it is. */
export async function openWorkspace({ git, files, simulated }: Ports): Promise<Opened> {
  await git.check();
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
  ];
  const [first, ...others] = problems;
  if (first !== undefined) throw new Failure([first, ...others]);
  return { workspace, head };
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

/** Whose accounts these are: as recorded, else as Spotify says; those that cannot be asked are left out of the run. */
export async function identify(
  origin: Origin | null,
  accounts: Accounts,
  { git, simulated }: Pick<Ports, 'git' | 'simulated'>,
): Promise<{
  readonly origin: Origin;
  readonly isNew: boolean;
  readonly asked: ReadonlySet<AccountName>;
  readonly problems: readonly Problem[];
}> {
  const known = { ...origin?.accounts } as Record<string, UserId>;
  const problems: Problem[] = [];
  const asked = new Set<AccountName>();
  for (const [name, { read }] of accounts) {
    if (known[name] !== undefined) continue;
    try {
      known[name] = await read.me();
      asked.add(name);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  }
  const isNew = origin === null || Object.keys(known).length > Object.keys(origin.accounts).length;
  const repository = origin === null ? await git.repository() : origin.repository;
  return {
    // Names of accounts and users are brands of plain text.
    origin: { version: 1, repository, accounts: known as Origin['accounts'], simulated },
    isNew: isNew && Object.keys(known).length > 0,
    asked,
    problems,
  };
}

/** Refuses to write as somebody else than the ledger is of. */
export async function mustBe(account: AccountName, origin: Origin, accounts: Accounts): Promise<void> {
  const recorded = origin.accounts[account];
  const found = await accounts.get(account)?.read.me();
  if (recorded === undefined || found === undefined || recorded === found) return;
  throw new Failure([problem('ledger/other-origin', { what: `user of "${account}"`, recorded, found })]);
}
