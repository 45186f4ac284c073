import type { AccountName } from '../domain/ids.ts';
import type { RunId } from '../domain/records/run.ts';
import { checkChain } from '../ledger/chain.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { missingIn } from '../ledger/missing.ts';
import { rootOf } from '../ledger/origin.ts';
import { ledgerFolder, shelfFolder, worldPath } from '../ledger/paths.ts';
import { parseRuns } from '../ledger/runs.ts';
import { disagreementsIn } from '../ledger/verify-records.ts';
import { cutOffIn, type RunMonths, unknownRunsIn } from '../ledger/verify-runs.ts';
import type { Files, Git } from '../ports.ts';
import { exitOf } from '../problem/catalogue.ts';
import { exits } from '../problem/exit.ts';
import { orFail } from '../problem/failure.ts';
import { few } from '../problem/few.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { renderVerified, type ToldAccount } from '../report/text/verified.ts';
import { goneFolders, originGone } from './gone.ts';
import { readFolders, readMonths, readOrigin } from './ledger.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { birthOf } from './verifying/birth.ts';
import { breakIn } from './verifying/growth.ts';

/** Whether the ledger still says what was written: its chains, its files against each other, and git's history. */
export async function verify({ files, git }: Pick<Ports, 'files' | 'git'>): Promise<Result> {
  const origin = await readOrigin(files);
  if (origin === undefined)
    return (await files.list(ledgerFolder)).every((path) => path === worldPath) ? nothing : noOrigin;
  // The keys of an origin are names of accounts.
  const names = (Object.keys(origin.accounts) as AccountName[]).sort();
  const folders = await readFolders(files, names);
  const ledgers = new Map(folders.map(({ ledger }) => [ledger.account, ledger] as const));
  const runs = new Set([...ledgers.values()].flatMap((ledger) => ledger.runs.map(({ run }) => run)));
  const accounts: ToldAccount[] = [];
  // First, since it says best where there is no repository.
  const unsaved = await uncommitted(git);
  const problems: Problem[] = [
    ...(await stranger(origin.repository, git)),
    ...(await goneFolders(origin, ledgers, git)),
  ];
  for (const folder of folders) {
    const { ledger } = folder;
    const root = rootOf(origin, ledger.account);
    const found = await problemsIn(ledger, { root, runs, files, missing: missingIn(folder, folders) });
    if (found.length === 0) accounts.push(toldOf(ledger, root));
    problems.push(...found);
  }
  const past = origin.simulated ? null : await pastOf(names, git);
  const all = [...problems, ...unsaved, ...(past?.problems ?? [])];
  const told = { accounts, git: past === null ? null : { commits: past.commits, since: past.since } };
  return {
    text: renderVerified({ ...told, isSound: all.length === 0 }),
    json: { simulated: origin.simulated, ...told },
    problems: all,
    exit: exitOf(all),
  };
}

const nothing: Result = { text: 'There is no ledger yet', json: { accounts: [] }, problems: [], exit: exits.done };
const noOrigin: Result = { text: '', json: { accounts: [] }, problems: [originGone()], exit: exits.ledger };

type Against = {
  readonly root: string;
  readonly runs: ReadonlySet<RunId>;
  readonly files: Files;
  readonly missing: readonly Problem[];
};

/** The chain and missing files first: what else speaks of them would only say so again. */
async function problemsIn(ledger: AccountLedger, { root, runs, files, missing }: Against): Promise<readonly Problem[]> {
  const { account } = ledger;
  const audit = await readMonths(files, account);
  const chain = checkChain(root, audit);
  // Where a month of the audit is missing, the next one does not follow.
  if (missing.some((one) => one.code === 'ledger/broken' && isAudit(account, one.facts.path))) return missing;
  if (chain.kind === 'broken')
    return [
      problem('ledger/altered', { path: chain.path, line: chain.line, what: chain.reason, by: null }),
      ...missing,
    ];
  if (missing.length > 0) return missing;
  return [
    ...cutOffIn(account, root, { audit, runs: await readRuns(files, account) }),
    ...unknownRunsIn(audit, runs),
    ...disagreementsIn(ledger),
  ];
}

const isAudit = (account: AccountName, path: string): boolean => path.startsWith(shelfFolder(account, 'audit'));

async function readRuns(files: Files, account: AccountName): Promise<RunMonths> {
  const months: { path: string; lines: RunMonths[number]['lines'] }[] = [];
  for (const path of await files.list(shelfFolder(account, 'runs')))
    months.push({ path, lines: orFail(parseRuns((await files.read(path)) ?? '', path)) });
  return months;
}

/** The ledger as git remembers it: over how many commits it was followed, from which one on, and what is wrong with it. */
async function pastOf(names: readonly AccountName[], git: Git) {
  const { commits, problems } = await birthOf(names, git);
  const found = [...problems];
  for (const name of names) found.push(...(await breakIn(name, commits, git)));
  return { commits: commits.length, since: commits[0]?.commit ?? null, problems: found };
}

async function stranger(recorded: string | null, git: Git): Promise<readonly Problem[]> {
  const found = await git.repository();
  return recorded === null || found === null || recorded === found
    ? []
    : [problem('ledger/other-origin', { what: 'repository', recorded, found })];
}

async function uncommitted(git: Git): Promise<readonly Problem[]> {
  const paths = await git.changed([ledgerFolder]);
  return paths.length === 0 ? [] : [problem('ledger/uncommitted', { paths: few(paths) })];
}

const toldOf = ({ account, audit, runs, history, playlists }: AccountLedger, root: string): ToldAccount => ({
  account,
  audit: {
    entries: audit.length,
    purged: audit.filter((line) => 'purged' in line).length,
    digest: audit.at(-1)?.digest ?? root,
  },
  playlists: [...playlists.keys()].filter((id) => history.some(({ playlist }) => playlist === id)).length,
  runs: new Set(runs.map(({ run }) => run)).size,
});
