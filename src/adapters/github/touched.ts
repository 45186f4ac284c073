import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';

const run = promisify(execFile);

/**
 * Paths below a folder that a pull request changes, sorted. In its checkout the commit is the merge into the base, whose
 * first parent is the base as it is now: no other commit is needed, and what the base gained meanwhile is not counted.
 */
export async function touchedByPullRequest(root: string, folder: string): Promise<readonly string[]> {
  const parents = (await git(root, 'rev-list', '--parents', '-n', '1', 'HEAD')).trim().split(' ').slice(1);
  if (parents.length !== 2) throw unclear('the commit is not the merge of the pull request into its base');
  const listed = await git(root, 'diff', '--name-only', '--no-renames', '-z', 'HEAD^1', 'HEAD', '--', folder);
  return listed
    .split('\0')
    .filter((path) => path !== '')
    .sort();
}

async function git(root: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await run('git', [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (cause) {
    throw unclear('git cannot read the commit and its parents', cause);
  }
}

const unclear = (reason: string, cause?: unknown): Failure =>
  new Failure([problem('machine/checkout', { reason })], { cause });
