import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const git = (folder: string, ...args: readonly string[]): void => {
  const { PATH = '' } = process.env;
  const who = {
    GIT_AUTHOR_NAME: 'Ana',
    GIT_AUTHOR_EMAIL: 'ana@example.org',
    GIT_COMMITTER_NAME: 'Ana',
    GIT_COMMITTER_EMAIL: 'ana@example.org',
  };
  const dates = { GIT_AUTHOR_DATE: '2026-11-01T12:00:00Z', GIT_COMMITTER_DATE: '2026-11-01T12:00:00Z' };
  execFileSync('git', ['-C', folder, ...args], { env: { PATH, HOME: folder, ...who, ...dates }, stdio: 'pipe' });
};

/** Commits whatever stands in the folder, making it a repository first where it is none. */
export function commitAll(folder: string, message: string): void {
  if (!existsSync(join(folder, '.git'))) git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
}
