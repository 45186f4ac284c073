import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Files } from '../../ports.ts';
import { isCode, refused } from './refused.ts';

/** The files below one folder of this machine's disk. */
export function disk(root: string): Files {
  const reading = async <T>(path: string, how: (place: string) => T | Promise<T>): Promise<T | undefined> => {
    try {
      const place = inside(root, path);
      await mustStayInside(root, place);
      return await how(place);
    } catch (error) {
      if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw refused(path, error);
    }
  };
  return {
    readBytes: (path) => reading(path, (place) => readFile(place)),
    // At once: Node makes the text without buffers, which would stay until they are collected, megabytes each.
    read: (path) => reading(path, (place) => readFileSync(place, 'utf8').replace(/^\uFEFF/, '')),
    write: async (path, text) => {
      try {
        await writeWhole(root, inside(root, path), text);
      } catch (error) {
        throw refused(path, error);
      }
    },
    list: async (folder) => {
      try {
        return await filesBelow(root, inside(root, folder));
      } catch (error) {
        if (isCode(error, 'ENOENT')) return [];
        throw refused(folder, error);
      }
    },
  };
}

const isOutside = (below: string): boolean => below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);

/** The path on the disk; refuses what leaves the root. */
function inside(root: string, path: string): string {
  const place = resolve(root, path);
  if (isOutside(relative(resolve(root), place))) throw new Error('it lies outside the repository');
  return place;
}

async function mustStayInside(root: string, place: string): Promise<void> {
  if (isOutside(relative(await realpath(root), await realpath(place))))
    throw new Error('it links to outside the repository');
}

/** Written beside it, then renamed: a reader sees the old text or the new, never half of one. */
async function writeWhole(root: string, place: string, text: string): Promise<void> {
  const folder = dirname(place);
  await mustStayInside(root, await nearestThere(folder));
  await mkdir(folder, { recursive: true });
  // Hidden, so that no listing of rules or records takes it for one of them.
  const half = join(folder, `.${basename(place)}.${randomUUID()}.tmp`);
  try {
    const file = await open(half, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, place);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The folder, or the first above it that exists: links further down are still to be made. */
async function nearestThere(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (!isCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    return nearestThere(dirname(folder));
  }
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map(async (entry) => {
    const place = join(entry.parentPath, entry.name);
    const isFile = entry.isSymbolicLink() ? await leadsToFile(place) : entry.isFile();
    return isFile ? [relative(resolve(root), place).replaceAll(sep, '/')] : [];
  });
  return (await Promise.all(paths)).flat().sort();
}

const leadsToFile = (place: string): Promise<boolean> =>
  stat(place).then(
    (found) => found.isFile(),
    // A link to nothing is told when it is read, not left out.
    () => true,
  );
