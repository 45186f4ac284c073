import { realpath, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { textOf } from '../../domain/content.ts';
import type { CommitId, Files, NewCommit } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { decodeComparison } from './answers.ts';
import { type Branch, textAt } from './branch.ts';
import { read } from './patience.ts';

/** The files on this machine's disk that the branch is followed with. */
export type Tree = { readonly root: string; readonly files: Files };

/** Makes files on the disk as a commit has them; null takes a file away. */
export async function bring({ root, files }: Tree, contents: NewCommit['files']): Promise<void> {
  for (const [path, content] of contents) {
    const text = content === null ? null : textOf(content);
    if (text === null) await remove(root, path);
    else if ((await files.read(path)) !== text) await files.write(path, text);
  }
}

async function remove(root: string, path: string): Promise<void> {
  const place = join(root, path);
  const folder = await realpath(dirname(place)).catch(() => null);
  // A folder that is gone holds nothing; one that leads elsewhere is not ours.
  if (folder === null || relative(await realpath(root), folder).startsWith('..')) return;
  await rm(place, { force: true });
}

/** GitHub lists no more files of a comparison than this. */
const mostCompared = 300;

/** Brings rules and ledger from one commit of the branch to a later one that somebody else made; answers what changed in them. */
export async function follow(
  branch: Branch,
  tree: Tree,
  before: CommitId,
  after: CommitId,
): Promise<ReadonlyMap<string, string | null>> {
  const { api, patience } = branch;
  const doing = 'compare commits';
  const route = 'GET /repos/{owner}/{repo}/compare/{before}...{after}';
  const compared = decodeComparison(await read(api, patience, { doing, route, before, after }));
  if (compared === undefined || compared.behind_by > 0 || compared.files.length >= mostCompared)
    throw new Failure([problem('machine/github-many', { since: before.slice(0, 7) })]);
  const texts = new Map<string, string | null>();
  for (const { filename, status, previous_filename } of compared.files) {
    if (previous_filename !== undefined && isOurs(previous_filename)) texts.set(previous_filename, null);
    if (isOurs(filename))
      texts.set(filename, status === 'removed' ? null : ((await textAt(branch, after, filename)) ?? null));
  }
  await bring(tree, texts);
  return texts;
}

const isOurs = (path: string): boolean => path.startsWith('playlists/') || path.startsWith('reports/');
