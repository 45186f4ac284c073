import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Texts, writeTree } from '../scenarios/stage/tree.ts';

/** Nothing of this machine's git settings, and the same commits at every run. */
const settings = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Curator',
  GIT_AUTHOR_EMAIL: 'curator@example.org',
  GIT_COMMITTER_NAME: 'Curator',
  GIT_COMMITTER_EMAIL: 'curator@example.org',
  GIT_AUTHOR_DATE: '2026-11-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-11-01T00:00:00Z',
};

type Extra = {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  readonly whole?: true;
};

/** Git in a folder; its output without the last line break unless it is wanted whole. */
export const gitIn =
  (folder: string) =>
  (args: readonly string[], { env = {}, input, whole }: Extra = {}): string => {
    const told = execFileSync('git', [...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...settings, ...env },
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input === undefined ? {} : { input }),
    });
    return whole === true ? told : told.replace(/\n$/, '');
  };

export type GitCommand = ReturnType<typeof gitIn>;

/** A bare repository as GitHub keeps it, and a clone of it as a checkout leaves it. */
export async function repositories(texts: Texts) {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-github-'));
  // Where a server keeps it, below its own address.
  const [bare, clone] = [join(folder, 'nightbird', 'setlist.git'), join(folder, 'clone')];
  gitIn(folder)(['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  gitIn(folder)(['init', '--quiet', '--initial-branch=main', clone]);
  const git = gitIn(clone);
  git(['remote', 'add', 'origin', bare]);
  await writeTree(clone, texts);
  git(['add', '--all']);
  git(['commit', '--quiet', '--message', 'Begin']);
  git(['push', '--quiet', 'origin', 'main']);
  return {
    server: `file://${folder}`,
    bare: { folder: bare, git: gitIn(bare) },
    clone: { folder: clone, git },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
