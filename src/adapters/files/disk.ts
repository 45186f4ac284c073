import { mkdir, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Files } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';

/** The files below one folder of this machine's disk. */
export function disk(root: string): Files {
  const at = (path: string): string => inside(root, path);
  const readBytes = async (path: string): Promise<Uint8Array | undefined> => {
    try {
      const place = at(path);
      await refuseLinksOut(root, place, path);
      return await readFile(place);
    } catch (error) {
      if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw failed(path, error);
    }
  };
  return {
    readBytes,
    read: async (path) => {
      const bytes = await readBytes(path);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    write: (path, text) => writeWhole(at(path), path, text),
    list: async (folder) => {
      try {
        const entries = await readdir(at(folder), { recursive: true, withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) => relative(resolve(root), join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
          .sort();
      } catch (error) {
        if (isCode(error, 'ENOENT')) return [];
        throw failed(folder, error);
      }
    },
  };
}

/** The path on the disk; refuses what leaves the root. */
function inside(root: string, path: string): string {
  const place = resolve(root, path);
  const below = relative(resolve(root), place);
  if (below.startsWith('..') || isAbsolute(below)) throw failed(path, new Error('it lies outside the repository'));
  return place;
}

async function refuseLinksOut(root: string, place: string, path: string): Promise<void> {
  const below = relative(await realpath(root), await realpath(place));
  if (below.startsWith('..') || isAbsolute(below)) throw failed(path, new Error('it links to outside the repository'));
}

/** Written beside it, then renamed: a reader sees the old text or the new, never half of one. */
async function writeWhole(place: string, path: string, text: string): Promise<void> {
  const half = join(dirname(place), `.${Buffer.from(path).toString('hex').slice(-24)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(place), { recursive: true });
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
    throw failed(path, error);
  }
}

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is read-only',
  EISDIR: 'it is a folder',
};

function failed(path: string, cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new Failure([problem('machine/file', { path, reason })], { cause });
}
