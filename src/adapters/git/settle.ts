import { createHash } from 'node:crypto';
import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldsOf } from './command.ts';
import { refreshIndex } from './index-file.ts';
import { sweep } from './locks.ts';
import { readObjects } from './objects.ts';
import { isCode, refusedByGit, refusedBySystem } from './refused.ts';
import { commitAt, type Repository, standing } from './repository.ts';
import { type Staging, staged } from './staging.ts';
import { type Placing, place } from './tree.ts';

/** A path that the last commit changed: its blob before and after, null where it was no plain file. */
type Step = { readonly path: string; readonly before: string | null; readonly after: string | null };

/** Brings those files to the head commit that stand as they stood before it. */
export async function settle(repository: Repository, folders: readonly string[]): Promise<readonly string[]> {
  await sweep(repository);
  const { head } = await standing(repository);
  const parent = await commitAt(repository, `${head}^1`);
  if (parent === undefined || folders.length === 0) return [];
  const lagging = await laggingOf(repository, await stepsOf(repository, parent, head, folders));
  if (lagging.length === 0) return [];
  await staged(repository, (staging) => bringUp(repository, staging, head, lagging)).catch((error: unknown) => {
    throw refusedBySystem('bring files to the last commit', error);
  });
  return lagging.map(({ path }) => path).sort();
}

async function stepsOf(
  { ask }: Repository,
  parent: string,
  head: string,
  folders: readonly string[],
): Promise<readonly Step[]> {
  const args = ['diff-tree', '-r', '-z', '--no-renames', parent, head, '--', ...folders];
  const fields = fieldsOf(await ask('compare the last two commits', args));
  const steps: Step[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [modeBefore = '', modeAfter = '', before = '', after = ''] = (fields[index] ?? '').slice(1).split(' ');
    const path = fields[index + 1] ?? '';
    // Links and programs are nothing that we commit.
    if (![modeBefore, modeAfter].every((mode) => mode === '100644' || mode === '000000')) continue;
    steps.push({ path, before: blobOr(before), after: blobOr(after) });
  }
  return steps;
}

const blobOr = (id: string): string | null => (/^0+$/.test(id) ? null : id);

async function laggingOf({ root }: Repository, steps: readonly Step[]): Promise<readonly Step[]> {
  const lagging: Step[] = [];
  for (const step of steps) {
    if ((await blobOnDisk(join(root, step.path))) === step.before) lagging.push(step);
  }
  return lagging;
}

/** The blob that a file would be; null when there is none, undefined when something else stands there. */
async function blobOnDisk(place: string): Promise<string | null | undefined> {
  try {
    if (!(await lstat(place)).isFile()) return undefined;
    const bytes = await readFile(place);
    return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw refusedBySystem('read what stands on the disk', error);
  }
}

async function bringUp(
  repository: Repository,
  staging: Staging,
  head: string,
  lagging: readonly Step[],
): Promise<void> {
  const placings = await stageBlobs(repository, staging, lagging);
  const entries = lagging.map(({ path, after }) => ({ path, blob: after }));
  const isStill = await refreshIndex(repository, staging, entries, async () => {
    const still = (await standing(repository)).head === head;
    return { go: still, answer: still };
  });
  if (isStill) await place(repository.root, placings);
}

async function stageBlobs(
  repository: Repository,
  { folder }: Staging,
  lagging: readonly Step[],
): Promise<readonly Placing[]> {
  const blobs = lagging.flatMap(({ after }) => (after === null ? [] : [after]));
  const read = (await readObjects(repository, 'read the last commit', blobs)).values();
  const placings: Placing[] = [];
  for (const { path, after } of lagging) {
    const file = after === null ? null : join(folder, String(placings.length));
    if (file !== null) {
      const blob = read.next().value;
      if (blob === undefined) throw refusedByGit('read the last commit', `${path} is missing in it`, repository.root);
      await writeFile(file, blob.bytes);
    }
    placings.push({ path, staged: file });
  }
  return placings;
}
