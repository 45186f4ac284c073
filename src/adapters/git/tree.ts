import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { foldersAbove } from './paths.ts';
import { isCode, refusedBySystem } from './refused.ts';

/** A path and the staged file that shall stand there; null for none. */
export type Placing = { readonly path: string; readonly staged: string | null };

/** Puts files where they belong, each at once; folders that are empty afterwards go. */
export async function place(root: string, placings: readonly Placing[]): Promise<void> {
  try {
    for (const { path, staged } of placings) if (staged === null) await takeAway(root, path);
    for (const { path, staged } of placings) if (staged !== null) await putThere(staged, join(root, path));
  } catch (error) {
    throw refusedBySystem('put the committed files on the disk', error);
  }
}

async function takeAway(root: string, path: string): Promise<void> {
  try {
    await rm(join(root, path));
  } catch (error) {
    // A folder there is none of what was committed.
    if (!isCode(error, 'ENOENT', 'ENOTDIR', 'ERR_FS_EISDIR')) throw error;
  }
  for (const folder of foldersAbove(path).toReversed()) {
    const gone = await rmdir(join(root, folder)).then(
      () => true,
      (error: unknown) => isCode(error, 'ENOENT', 'ENOTDIR'),
    );
    if (!gone) return;
  }
}

async function putThere(staged: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  try {
    await rename(staged, target);
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error;
    await putFromAfar(staged, target);
  }
}

/** A working tree on another disk than its repository. */
async function putFromAfar(staged: string, target: string): Promise<void> {
  const half = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    await copyFile(staged, half);
    await rename(half, target);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw error;
  }
}
