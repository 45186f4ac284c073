import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NewCommit } from '../../ports.ts';
import { isCode, refusedPath } from './refused.ts';

type Files = NewCommit['files'];

/** Refuses, before anything is done, paths that could not become files below the root afterwards. */
export async function mustFit(root: string, files: Files): Promise<void> {
  const folders = new Set<string>();
  for (const [path, text] of files) {
    mustBePlain(path);
    if (text === null) continue;
    await mustTakeFile(root, path, files);
    for (const folder of foldersAbove(path)) folders.add(folder);
  }
  for (const folder of [...folders].sort()) await mustTakeFolder(root, folder, files);
}

function mustBePlain(path: string): void {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git'))
    throw refusedPath(path, 'it is no path below the repository');
  if (Buffer.byteLength(path) > 1000 || parts.some((part) => Buffer.byteLength(part) > 255))
    throw refusedPath(path, 'its name is too long');
  if (path.includes('\0') || !path.isWellFormed()) throw refusedPath(path, 'it has characters that no path can have');
}

async function mustTakeFile(root: string, path: string, files: Files): Promise<void> {
  const found = await lstatOf(root, path);
  if (found?.isDirectory() && !isEmptied(path, files)) throw refusedPath(path, 'it is a folder');
}

/** Whether files below it are taken away; whether all of them are is seen when it is done. */
const isEmptied = (folder: string, files: Files): boolean =>
  [...files].some(([path, text]) => text === null && path.startsWith(`${folder}/`));

async function mustTakeFolder(root: string, folder: string, files: Files): Promise<void> {
  if ((files.get(folder) ?? null) !== null) throw refusedPath(folder, 'it would be both a file and a folder');
  const found = await lstatOf(root, folder);
  if (found === undefined) return;
  if (found.isSymbolicLink()) throw refusedPath(folder, 'it links to another place');
  if (!found.isDirectory()) {
    if (files.get(folder) === null) return;
    throw refusedPath(folder, 'a file stands where a folder should');
  }
  await access(join(root, folder), constants.W_OK).catch(() => {
    throw refusedPath(folder, 'permission is denied');
  });
}

async function lstatOf(root: string, path: string) {
  try {
    return await lstat(join(root, path));
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw refusedPath(path, 'permission is denied');
  }
}

/** `a`, `a/b` for `a/b/c`. */
export function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [...foldersAbove(folder), folder];
}
