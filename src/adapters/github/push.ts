import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../../domain/content.ts';
import type { CommitId, NewCommit } from '../../ports.ts';

export type Remote = {
  /** The clone in which the commit is made. */
  readonly root: string;
  /** `https://github.com/owner/name.git`. */
  readonly url: string;
  readonly branch: string;
  readonly token: string;
  /** Of the environment, git needs PATH and HOME. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** What became of it, in git's own words when it was refused; the caller reads the branch before it believes that. */
export type Pushed =
  | { readonly kind: 'pushed'; readonly commit: CommitId }
  | { readonly kind: 'refused'; readonly commit: CommitId | null; readonly reason: string };

/**
 * One commit made with git and pushed once, for what is more than the API takes. The branch must stand where it is
 * expected; what is checked out in the clone is left alone. Unlike a commit through the API it bears no signature.
 */
export async function pushCommit(remote: Remote, commit: NewCommit): Promise<Pushed> {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-index-'));
  const git = gitOf(remote, join(folder, 'index'), commit.atMs);
  let made: CommitId | null = null;
  try {
    // A commit that was made through the API is not in the clone yet.
    await git(['fetch', '--quiet', '--no-tags', remote.url, commit.expected]);
    made = await makeCommit(git, commit);
    const ref = `refs/heads/${remote.branch}`;
    await git(['push', '--quiet', `--force-with-lease=${ref}:${commit.expected}`, remote.url, `${made}:${ref}`]);
    return { kind: 'pushed', commit: made };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'refused', commit: made, reason: reasonOf(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Git = (args: readonly string[], input?: string) => Promise<string>;

async function makeCommit(git: Git, { expected, message, files }: NewCommit): Promise<CommitId> {
  await git(['read-tree', expected]);
  const lines: string[] = [];
  for (const [path, content] of files)
    lines.push(
      content === null
        ? `0 ${'0'.repeat(40)}\t${path}\0`
        : `100644 ${await git(['hash-object', '-w', '--stdin'], textOf(content))}\t${path}\0`,
    );
  await git(['update-index', '-z', '--index-info'], lines.join(''));
  const tree = await git(['write-tree']);
  return git(['commit-tree', tree, '-p', expected], message);
}

/** As GitHub names what its own token does. */
const author = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/** Git that asks nobody anything and hands over the token in the environment, where no list of processes shows it. */
function gitOf({ root, token, env }: Remote, index: string, atMs: number): Git {
  const date = `@${Math.floor(atMs / 1000)} +0000`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const variables = {
    PATH: env['PATH'],
    HOME: env['HOME'],
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_INDEX_FILE: index,
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: basic ${basic}`,
  };
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = execFile('git', [...args], { cwd: root, env: variables, maxBuffer: 2 ** 26 }, (error, out) =>
        error === null ? resolve(out.trimEnd()) : reject(error),
      );
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
}

/** What git printed last; the first line of the error is the command, and says nothing to people. */
const reasonOf = (error: Error): string => {
  const said = 'stderr' in error ? String(error.stderr) : error.message;
  const lines = said.split('\n').filter((line) => /^(?:fatal|error|remote|!)|rejected/.test(line.trim()));
  return lines.at(0)?.trim() ?? 'git could not push';
};
