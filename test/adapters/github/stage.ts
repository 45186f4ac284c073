import { test as base } from 'vitest';
import { disk } from '../../../src/adapters/files/disk.ts';
import { onGitHub } from '../../../src/adapters/github/git.ts';
import { pushCommit } from '../../../src/adapters/github/push.ts';
import type { Git, NewCommit } from '../../../src/ports.ts';
import { type GitCommand, repositories } from '../../github/repository.ts';
import { type GitHub, startGitHub } from '../../github/server.ts';
import type { Texts } from '../../scenarios/stage/tree.ts';

export type Stage = {
  readonly github: GitHub;
  readonly git: Git;
  /** Another run's view of the same branch, on the same disk. */
  readonly other: Git;
  readonly bare: GitCommand;
  readonly clone: GitCommand;
  readonly folder: string;
  /** Commits that were too much for the API. */
  readonly pushed: readonly NewCommit[];
  /** Waits, in milliseconds. */
  readonly slept: readonly number[];
  /** Somebody commits to the branch. */
  meanwhile(texts: Readonly<Record<string, string | null>>): string;
};

/** A local GitHub with a real repository, a clone of it, and the port over both. All is gone when the test ends. */
export const test = base.extend<{ readonly open: (texts?: Texts) => Promise<Stage> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest asks for a pattern.
  open: async ({}, use) => {
    const closing: (() => unknown)[] = [];
    await use(async (texts = { 'reports/owner/control.json': '{}\n', 'playlists/night.yaml': 'name: Night\n' }) => {
      const { bare, clone, remove } = await repositories(texts);
      const github = await startGitHub(bare.git);
      closing.push(github.close, remove);
      const [pushed, slept]: [NewCommit[], number[]] = [[], []];
      const open = () =>
        onGitHub({
          ...github,
          branch: 'main',
          actor: 'octocat',
          tree: { root: clone.folder, files: disk(clone.folder) },
          local: clonedGit(clone.git),
          push: (commit) => {
            pushed.push(commit);
            const { PATH, HOME } = process.env;
            return pushCommit(
              { root: clone.folder, url: bare.folder, branch: 'main', token: 'x', env: { PATH, HOME } },
              commit,
            );
          },
          patience: { clock: { now: () => 0, sleep: async (ms) => void slept.push(ms) }, random: () => 0.5 },
          patienceMs: 5_000,
        });
      return {
        github,
        git: open(),
        other: open(),
        bare: bare.git,
        clone: clone.git,
        folder: clone.folder,
        pushed,
        slept,
        meanwhile: (changes) => byStranger(bare.git, changes),
      };
    });
    for (const close of closing) await close();
  },
});

/** As much of git in the clone as is asked when the branch is GitHub's. */
const clonedGit = (git: GitCommand): Git => {
  const never = async (): Promise<never> => {
    throw new Error('the clone is only read');
  };
  return {
    check: async () => undefined,
    head: async () => git(['rev-parse', 'HEAD']),
    repository: async () => null,
    user: async () => null,
    changed: async (folders) =>
      git(['status', '--porcelain', '-z', '--untracked-files=all', '--', ...folders], { whole: true })
        .split('\0')
        .flatMap((line) => (line === '' ? [] : [line.slice(3)]))
        .sort(),
    commit: never,
    settle: async () => [],
    read: async (commit, path) => {
      try {
        return git(['cat-file', 'blob', `${commit}:${path}`], { whole: true });
      } catch {
        return undefined;
      }
    },
    log: async () => [],
    lease: never,
    holder: never,
  };
};

function byStranger(bare: GitCommand, changes: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries(changes).map(([path, text]) =>
    text === null ? `D ${path}\n` : `M 644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  const before = bare(['rev-parse', 'main']);
  const head = `commit refs/heads/main\ncommitter Stranger <stranger@example.org> 1793500000 +0000\ndata 7\nBetween\nfrom ${before}\n`;
  bare(['fast-import', '--quiet', '--force'], { input: `${head}${lines.join('')}\n` });
  return bare(['rev-parse', 'main']);
}
