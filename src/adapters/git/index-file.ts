import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { holdingIndex } from './locks.ts';
import { isCode, refusedBySystem } from './refused.ts';
import type { Repository } from './repository.ts';
import type { Staging } from './staging.ts';

/** A path and what stands there from now on; null for nothing. */
export type Entry = { readonly path: string; readonly blob: string | null };

/** Removals first, so that a folder may take the place of a file. */
function* linesFor(entries: readonly Entry[]): Iterable<string> {
  for (const { path, blob } of entries) if (blob === null) yield `0 ${'0'.repeat(40)}\t${path}\0`;
  for (const { path, blob } of entries) if (blob !== null) yield `100644 ${blob}\t${path}\0`;
}

/** Puts these entries into an index file of ours. */
export async function putEntries(
  { ask }: Repository,
  action: string,
  index: string,
  entries: readonly Entry[],
): Promise<void> {
  const env = { GIT_INDEX_FILE: index };
  await ask(action, ['update-index', '-z', '--index-info'], { env, input: linesFor(entries) });
}

/**
 * Puts these entries into the user's index once `decide` says so, and leaves every other as it is. Nobody else changes the
 * index meanwhile.
 */
export async function refreshIndex<T>(
  repository: Repository,
  staging: Staging,
  entries: readonly Entry[],
  decide: () => Promise<{ readonly go: boolean; readonly answer: T }>,
): Promise<T> {
  return holdingIndex(repository, staging, async () => {
    const index = join(await repository.gitFolder(), 'index');
    const next = join(staging.folder, 'next-index');
    await copyFile(index, next).catch((error: unknown) => {
      // A repository in which nothing was ever staged.
      if (!isCode(error, 'ENOENT')) throw refusedBySystem('refresh the index', error);
    });
    await putEntries(repository, 'refresh the index', next, entries);
    const { go, answer } = await decide();
    if (go) await rename(next, index);
    return answer;
  });
}
