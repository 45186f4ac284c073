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
  for await (const [{ commit, author, subject }, texts] of readIn(commits, touched, git)) {
    now = withTexts(now, texts);
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

/** As many commits as are read ahead: what they hold is in memory at once. */
const ahead = 32;

type Read = readonly (readonly [Path, string | undefined])[];

/** The commits that touched any, with what stood there then. */
async function* readIn(
  commits: readonly PastCommit[],
  touched: ReadonlyMap<CommitId, readonly Path[]>,
  git: Git,
): AsyncIterable<readonly [PastCommit, Read]> {
  const touching = commits.filter(({ commit }) => touched.has(commit));
  for (let from = 0; from < touching.length; from += ahead) {
    const some = touching.slice(from, from + ahead);
    yield* await Promise.all(
      some.map(async (one) => {
        const paths = touched.get(one.commit) ?? [];
        const texts = paths.map(async (path) => [path, await git.read(one.commit, path.path)] as const);
        return [one, await Promise.all(texts)] as const;
      }),
    );
  }
}

function withTexts(shelved: Shelved, texts: Read): Shelved {
  const read = { audit: new Map(shelved.audit), history: new Map(shelved.history), runs: new Map(shelved.runs) };
  for (const [{ shelf, path }, text] of texts) {
    if (text === undefined) read[shelf].delete(path);
    else read[shelf].set(path, text);
  }
  return read;
}
