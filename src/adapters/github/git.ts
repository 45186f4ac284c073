import { textOf } from '../../domain/content.ts';
import type { CommitId, Git, NewCommit, PastCommit } from '../../ports.ts';
import { type Access, openApi } from './api.ts';
import { asPast, type Branch, commitsFrom, headOf, textAt } from './branch.ts';
import { commitOn, fitsApi, pushTo } from './commit.ts';
import { holderOn, takeLease } from './lease.ts';
import type { Patience } from './patience.ts';
import type { Pushed } from './push.ts';
import { bring, follow, type Tree } from './tree.ts';

export type OnGitHub = Access & {
  readonly branch: string;
  /** Who set the run off; null for a schedule. */
  readonly actor: string | null;
  readonly tree: Tree;
  /** The clone that was checked out: it answers for all commits up to the one that stands on the disk. */
  readonly local: Git;
  /** Commits with git itself and pushes once, for what is more than the API takes. */
  readonly push: (commit: NewCommit) => Promise<Pushed>;
  readonly patience: Patience;
};

/** The branch as a run in GitHub Actions has it: read from the clone on the disk, committed to through the API. */
export function onGitHub(given: OnGitHub): Git {
  const { tree, local, push, patience } = given;
  const branch: Branch = { api: openApi(given), patience, repository: given.repository, name: given.branch };
  const made = new Map<CommitId, NewCommit>();
  /** Commits of others, with the files that were brought from them; null for those that went. */
  const heard = new Map<CommitId, ReadonlyMap<string, string | null>>();
  let cloned: CommitId | undefined;
  let tip: CommitId | undefined;

  const known = async (): Promise<CommitId> => {
    cloned ??= await local.head();
    tip ??= cloned;
    return tip;
  };

  /** Brings the disk to what others committed. */
  const followTo = async (head: CommitId): Promise<void> => {
    const before = await known();
    if (head === before) return;
    heard.set(head, await follow(branch, tree, before, head));
    tip = head;
  };

  const read = async (commit: CommitId, path: string): Promise<string | undefined> => {
    const ours = made.get(commit);
    const theirs = heard.get(commit);
    if (theirs?.has(path) === true) return theirs.get(path) ?? undefined;
    if (theirs !== undefined) return textAt(branch, commit, path);
    if (ours === undefined) return local.read(commit, path);
    if (!ours.files.has(path)) return read(ours.expected, path);
    const content = ours.files.get(path) ?? null;
    return content === null ? undefined : textOf(content);
  };

  return {
    check: () => local.check(),
    head: async () => {
      const head = await headOf(branch);
      await followTo(head);
      return head;
    },
    repository: async () => given.repository,
    user: async () => given.actor,
    read,
    changed: async (folders) => {
      const tipNow = await known();
      const paths = await local.changed(folders);
      if (tipNow === cloned) return paths;
      const differs = await Promise.all(
        paths.map(async (path) => (await tree.files.read(path)) !== (await read(tipNow, path))),
      );
      return paths.filter((_, index) => differs[index]);
    },
    settle: async (folders) => ((await known()) === cloned ? local.settle(folders) : []),
    commit: async (commit) => {
      const committed = await (fitsApi(commit) ? commitOn(branch, commit) : pushTo(branch, commit, push));
      if (committed.kind === 'done') {
        made.set(committed.commit, commit);
        await bring(tree, commit.files);
        tip = committed.commit;
      } else await followTo(committed.head);
      return committed;
    },
    log: async (paths, options = {}) => {
      const tipNow = await known();
      return tipNow === cloned ? local.log(paths, options) : logFrom(branch, tipNow, paths, options);
    },
    lease: (name, holder, nowMs) => takeLease(branch, name, holder, nowMs),
    holder: (name, nowMs) => holderOn(branch, name, nowMs),
  };
}

type Options = { readonly most?: number; readonly untilMs?: number };

/** GitHub lists the commits of one path at a time. */
async function logFrom(
  branch: Branch,
  tip: CommitId,
  paths: readonly string[],
  { most = 100, untilMs }: Options,
): Promise<readonly PastCommit[]> {
  const until = untilMs === undefined ? {} : { until: new Date(untilMs).toISOString() };
  const listing = { per_page: Math.min(most, 100), ...until };
  const lists = await Promise.all(paths.map((path) => commitsFrom(branch, tip, { path, ...listing })));
  const past = new Map(lists.flat().map((one) => [one.sha, asPast(one)]));
  return [...past.values()].sort((one, other) => other.atMs - one.atMs).slice(0, most);
}
