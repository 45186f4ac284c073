import type { AccountName } from '../../domain/ids.ts';
import { type Shelf, shelves } from '../../ledger/paths.ts';
import { breaksBetween, type Shelved } from '../../ledger/verify-growth.ts';
import type { CommitId, Git, PastCommit } from '../../ports.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { filesOf } from './files.ts';

/**
 * The first commit, of these, that did more to an account's records than add to their ends, with all places at which it
 * did. What a later commit put back is not told.
 */
export async function breakIn(
  account: AccountName,
  commits: readonly PastCommit[],
  git: Git,
): Promise<readonly Problem[]> {
  const touched = await touchedBy(account, commits, git);
  const none: Shelved = { audit: new Map(), history: new Map(), runs: new Map() };
  let [good, now] = [none, none];
  let found: readonly Problem[] = [];
  for (const { commit, author, subject } of commits) {
    const paths = touched.get(commit) ?? [];
    if (paths.length === 0) continue;
    now = await withRead(now, paths, { commit, git });
    const breaks = breaksBetween(good, now);
    if (breaks.length === 0) [good, found] = [now, []];
    else if (found.length === 0)
      found = breaks.map((one) => problem('ledger/altered', { ...one, by: { commit, author, subject } }));
  }
  return found;
}

type Path = { readonly shelf: Shelf; readonly path: string };

async function touchedBy(
  account: AccountName,
  commits: readonly PastCommit[],
  git: Git,
): Promise<ReadonlyMap<CommitId, readonly Path[]>> {
  const touched = new Map<CommitId, Path[]>();
  for (const shelf of shelves)
    for (const path of filesOf(account, shelf, commits))
      for (const { commit } of await git.log([path]))
        touched.set(commit, [...(touched.get(commit) ?? []), { shelf, path }]);
  return touched;
}

async function withRead(
  shelved: Shelved,
  paths: readonly Path[],
  { commit, git }: { readonly commit: CommitId; readonly git: Git },
): Promise<Shelved> {
  const read = { audit: new Map(shelved.audit), history: new Map(shelved.history), runs: new Map(shelved.runs) };
  for (const { shelf, path } of paths) {
    const text = await git.read(commit, path);
    if (text === undefined) read[shelf].delete(path);
    else read[shelf].set(path, text);
  }
  return read;
}
