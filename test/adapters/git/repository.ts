import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openGit } from '../../../src/adapters/git/open-git.ts';
import type { Git } from '../../../src/ports.ts';
import { Failure } from '../../../src/problem/failure.ts';
import type { Problem } from '../../../src/problem/problem.ts';

export const atMs = Date.UTC(2026, 10, 22, 3, 4, 5);

/** What git finds here: no configuration of whoever runs the tests. */
export const env = { PATH: process.env['PATH'], HOME: '/nowhere' };

export type Here = {
  readonly root: string;
  readonly git: Git;
  /** Runs the git command and answers what it printed. */
  readonly sh: (...args: readonly string[]) => string;
  readonly put: (path: string, text: string) => void;
  readonly get: (path: string) => string;
  /** Commits these files on the head as it stands. */
  readonly commit: (files: Readonly<Record<string, string | null>>, message?: string) => ReturnType<Git['commit']>;
};

/** A folder that is gone after the test. */
export function folder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'setlist-git-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

export function at(root: string, extra: Readonly<Record<string, string>> = {}): Here {
  const git = openGit(root, { ...env, ...extra });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return {
    root,
    git,
    put,
    get: (path) => readFileSync(join(root, path), 'utf8'),
    sh: (...args) =>
      execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...env, GIT_OPTIONAL_LOCKS: '0' },
      }),
    commit: async (files, message = 'Night') =>
      git.commit({ expected: await git.head(), message, files: new Map(Object.entries(files)), atMs }),
  };
}

/** A repository with one commit of its user's. */
export function repository(files: Readonly<Record<string, string>> = { 'playlists/a.yaml': 'a' }): Here {
  const here = at(folder());
  here.sh('init', '--quiet', '-b', 'main');
  here.sh('config', 'user.name', 'Ann');
  here.sh('config', 'user.email', 'ann@example.org');
  for (const [path, text] of Object.entries(files)) here.put(path, text);
  here.sh('add', '.');
  here.sh('commit', '--quiet', '--allow-empty', '-m', 'First');
  return here;
}

/** All that a promise was refused with. */
export async function refusals(promise: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
  throw new Error('it was not refused');
}
