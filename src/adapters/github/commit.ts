import { createHash } from 'node:crypto';
import { partsOf, textOf } from '../../domain/content.ts';
import type { CommitId, Committed, NewCommit } from '../../ports.ts';
import { decodeCreated, decodeTree, type ListedCommit } from './answers.ts';
import type { Answer } from './api.ts';
import { type Branch, commitsFrom, headOf } from './branch.ts';
import { read, waited } from './patience.ts';
import type { Pushed } from './push.ts';
import { refused } from './refused.ts';

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

/** Beyond these, the API answers 502 more often than not (`platform.md` 5.1): the commit is pushed instead. */
const most = { files: 50, bytes: 2_000_000 };

export function fitsApi({ files }: NewCommit): boolean {
  if (files.size > most.files) return false;
  let bytes = 0;
  for (const content of files.values())
    for (const part of partsOf(content ?? '')) {
      bytes += Buffer.byteLength(part);
      if (bytes > most.bytes) return false;
    }
  return true;
}

/**
 * One commit through GitHub's API, signed by GitHub. It is sent again only when nothing was done: after an answer that
 * did not come, the branch is read first, and a commit of ours that is found there is not made twice.
 */
export async function commitOn(branch: Branch, commit: NewCommit): Promise<Committed> {
  const doing = `commit to "${branch.name}"`;
  let maybeDone = false;
  for (let tried = 0; ; tried += 1) {
    const answer = await branch.api.graphql(mutation, { input: inputOf(branch, commit) });
    const oid = answer.kind === 'answer' ? decodeCreated(answer.data)?.createCommitOnBranch.commit.oid : undefined;
    if (oid !== undefined) return { kind: 'done', commit: oid };
    const stale = isStale(answer);
    if (answer.kind === 'refused' && !stale) throw refused(doing, answer);
    maybeDone ||= answer.kind === 'answer' || (answer.kind === 'broken' && answer.mayHaveArrived);
    const found = maybeDone || stale ? await whatBecame(branch, commit, maybeDone) : null;
    if (found !== null) return found;
    if (!(await waited(answer, tried, branch.patience))) throw refused(doing, answer);
  }
}

/** One commit by way of git, which is not asked twice: whatever it says, the branch is read afterwards. */
export async function pushTo(
  branch: Branch,
  commit: NewCommit,
  push: (commit: NewCommit) => Promise<Pushed>,
): Promise<Committed> {
  const pushed = await push(commit);
  if (pushed.kind === 'pushed') return { kind: 'done', commit: pushed.commit };
  const head = await headOf(branch);
  if (head === pushed.commit) return { kind: 'done', commit: head };
  if (head !== commit.expected) return { kind: 'moved', head };
  throw refused(`push to "${branch.name}"`, { kind: 'broken', reason: pushed.reason, mayHaveArrived: false });
}

function inputOf({ repository, name }: Branch, { expected, message, files }: NewCommit) {
  const [headline = '', ...rest] = message.split('\n');
  const changes = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    branch: { repositoryNameWithOwner: repository, branchName: name },
    expectedHeadOid: expected,
    message: { headline, body: rest.join('\n').trim() },
    fileChanges: {
      additions: changes.flatMap(([path, content]) =>
        content === null ? [] : [{ path, contents: Buffer.from(textOf(content)).toString('base64') }],
      ),
      deletions: changes.flatMap(([path, content]) => (content === null ? [{ path }] : [])),
    },
  };
}

/** GitHub's word for "expected branch to point to X but it did not". */
const isStale = (answer: Answer): boolean =>
  answer.kind === 'refused' &&
  (answer.types.includes('STALE_DATA') || /expected branch to point to/i.test(answer.reason));

/** Ours when it stands on the branch; `moved` when something else does; null when the branch is where it was. */
async function whatBecame(branch: Branch, commit: NewCommit, maybeDone: boolean): Promise<Committed | null> {
  const head = await headOf(branch);
  if (head === commit.expected) return null;
  const ours = maybeDone ? await oursBelow(branch, head, commit) : undefined;
  return ours === undefined ? { kind: 'moved', head } : { kind: 'done', commit: ours };
}

/** The commit right above the expected one, when it says and holds what ours does. */
async function oursBelow(branch: Branch, head: CommitId, commit: NewCommit): Promise<CommitId | undefined> {
  const next = (await commitsFrom(branch, head, { per_page: 30 })).find(
    ({ parents }) => parents.length === 1 && parents[0]?.sha === commit.expected,
  );
  if (next === undefined || next.commit.message.trim() !== commit.message.trim()) return undefined;
  return (await holds(branch, next, commit)) ? next.sha : undefined;
}

async function holds({ api, patience }: Branch, found: ListedCommit, { files }: NewCommit): Promise<boolean> {
  const doing = 'read a tree';
  const route = 'GET /repos/{owner}/{repo}/git/trees/{sha}';
  const data = await read(api, patience, { doing, route, sha: found.commit.tree.sha, recursive: 'true' });
  const listed = decodeTree(data);
  if (listed === undefined) throw refused(doing, { kind: 'answer', data });
  const shasByPath = new Map(listed.tree.map(({ path, sha }) => [path, sha]));
  return [...files].every(
    ([path, content]) => shasByPath.get(path) === (content === null ? undefined : blobId(textOf(content))),
  );
}

/** The name that git gives to a file's content. */
const blobId = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
