import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitCommand } from './repository.ts';

export type Change = { readonly path: string; readonly contents?: Buffer };

/** A tree made from a commit's with these changes, as `createCommitOnBranch` makes it. */
export function changedTree(git: GitCommand, commit: string, changes: readonly Change[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-index-'));
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  try {
    git(['read-tree', commit], { env });
    const lines = changes.map(({ path, contents }) =>
      contents === undefined
        ? `0 ${'0'.repeat(40)}\t${path}\0`
        : `100644 ${git(['hash-object', '-w', '--stdin'], { input: contents })}\t${path}\0`,
    );
    git(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    return git(['write-tree'], { env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A commit of GitHub's own, at its own time. */
export const committed = (git: GitCommand, tree: string, parents: readonly string[], message: string): string =>
  git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
    input: message,
    env: {
      GIT_AUTHOR_NAME: 'github-actions[bot]',
      GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
      GIT_COMMITTER_NAME: 'GitHub',
      GIT_COMMITTER_EMAIL: 'noreply@github.com',
    },
  });

/** A commit as `GET /commits` shows it. */
export function shownCommit(git: GitCommand, sha: string) {
  const [tree = '', parents = '', name = '', date = '', ...message] = git([
    'show',
    '--no-patch',
    '--format=%T%n%P%n%an%n%aI%n%B',
    sha,
  ]).split('\n');
  const told = message.join('\n').trimEnd();
  return {
    sha,
    commit: { message: told, tree: { sha: tree }, author: { name, date } },
    parents: parents.split(' ').flatMap((parent) => (parent === '' ? [] : [{ sha: parent }])),
  };
}
