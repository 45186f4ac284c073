import type { AccountName } from '../../domain/ids.ts';
import type { Origin } from '../../domain/records/origin.ts';
import { parseOrigin } from '../../ledger/origin.ts';
import { ledgerFolder, originPath } from '../../ledger/paths.ts';
import { parseRuns } from '../../ledger/runs.ts';
import { isSameOrigin } from '../../ledger/verify-growth.ts';
import type { Git, PastCommit } from '../../ports.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { filesOf } from './files.ts';

export type Birth = {
  /** All that touched this ledger since it began or was begun anew, oldest first. */
  readonly commits: readonly PastCommit[];
  readonly problems: readonly Problem[];
};

/** The commits of this ledger, and whether it is of the same origin since the first. What a later commit put back is not told. */
export async function birthOf(accounts: readonly AccountName[], git: Git): Promise<Birth> {
  let first: PastCommit | undefined;
  let good: Origin | undefined;
  let changed: PastCommit | undefined;
  for (const one of (await git.log([originPath])).toReversed()) {
    const text = await git.read(one.commit, originPath);
    if (text === undefined) {
      [first, good, changed] = [undefined, undefined, undefined];
      continue;
    }
    first ??= one;
    const parsed = parseOrigin(text, originPath);
    if (parsed.ok && (good === undefined || isSameOrigin(good, parsed.value)))
      [good, changed] = [parsed.value, undefined];
    else changed ??= one;
  }
  if (first === undefined) return { commits: [], problems: [] };
  const { commit: birth } = first;
  const all = (await git.log([ledgerFolder])).toReversed();
  const commits = all.slice(
    Math.max(
      0,
      all.findIndex(({ commit }) => commit === birth),
    ),
  );
  const problems = [...(changed === undefined ? [] : [otherOrigin(changed)]), ...(await cutIn(first, accounts, git))];
  return { commits, problems };
}

const otherOrigin = ({ commit, author, subject }: PastCommit): Problem => {
  const what = 'names another origin than before';
  return problem('ledger/altered', { path: originPath, line: null, what, by: { commit, author, subject } });
};

/** A ledger begins with its first run. One that begins with several is the rest of a longer past. */
async function cutIn(first: PastCommit, accounts: readonly AccountName[], git: Git): Promise<readonly Problem[]> {
  const runs = new Set<string>();
  for (const account of accounts)
    for (const path of filesOf(account, 'runs', [first])) {
      const parsed = parseRuns((await git.read(first.commit, path)) ?? '', path);
      for (const { run } of parsed.ok ? parsed.value : []) runs.add(run);
    }
  return runs.size > 1 ? [problem('ledger/history-cut', { commit: first.commit.slice(0, 10), runs: runs.size })] : [];
}
