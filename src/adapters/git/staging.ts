import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeOwner, fateOf, type Owner, ownerText, thisProcess } from './owner.ts';
import { isCode } from './refused.ts';
import type { Repository } from './repository.ts';

/** A folder of our own inside git's, named after the process that works in it so that what a killed one left is known. */
export type Staging = {
  readonly folder: string;
  /** A file that names the owner. */
  readonly owner: string;
};

const dayMs = 86_400_000;

/** Beside them: what was sent and no run records. */
export const slateFolder = 'sent';

const roomIn = async (repository: Repository): Promise<string> => join(await repository.gitFolder(), 'setlist');

const nameFor = (owner: Owner): string => `${Buffer.from(ownerText(owner)).toString('base64url')}.${randomUUID()}`;

const ownerIn = (name: string): Owner | undefined =>
  decodeOwner(Buffer.from(name.split('.')[0] ?? '', 'base64url').toString());

/** Works in a staging folder that is gone afterwards. */
export async function staged<T>(repository: Repository, work: (staging: Staging) => Promise<T>): Promise<T> {
  const owner = await thisProcess();
  const room = await roomIn(repository);
  // Not both at once: Node would say of a read-only disk that nothing is there.
  await mkdir(room).catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error;
  });
  const folder = join(room, nameFor(owner));
  await mkdir(folder);
  try {
    const file = join(folder, 'owner');
    await writeFile(file, ownerText(owner));
    return await work({ folder, owner: file });
  } finally {
    // What cannot be taken away now is swept by a later run.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Staging folders of processes that ended before they cleaned up. */
export async function leftBehind(repository: Repository): Promise<readonly string[]> {
  const room = await roomIn(repository);
  const all = await readdir(room).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  const names = all.filter((name) => name !== slateFolder);
  const dead = await Promise.all(names.map((name) => isLeft(join(room, name), ownerIn(name))));
  return names.filter((_, index) => dead[index]).map((name) => join(room, name));
}

async function isLeft(path: string, owner: Owner | undefined): Promise<boolean> {
  const fate = owner === undefined ? 'unknown' : await fateOf(owner);
  return fate === 'unknown' ? isOlder(path, dayMs) : fate === 'dead';
}

/** Whether a file has stood unchanged for so long; false when it is gone. */
export async function isOlder(path: string, ms: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > ms;
}
