import { randomUUID } from 'node:crypto';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Vault } from '../../ports/sign-in.ts';
import { isCode, refused } from './refused.ts';

/** A file that only its owner can read; what stood there is replaced whole, whoever could read that. */
export function privateFile(path: string): Vault {
  const inFolder = (name: string): string => join(dirname(path), name);
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw refused(path, isCode(error, 'ENOENT') ? new Error('its folder is not there') : error);
    }
  };
  const written = async (text: string): Promise<string> => {
    const place = inFolder(`.${basename(path)}.${randomUUID()}`);
    const file = await open(place, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    return place;
  };
  return {
    name: path,
    check: () =>
      attempt(async () => {
        const there = await lstat(path).catch(() => undefined);
        if (there !== undefined && !there.isFile()) throw new Error('something else than a file stands there');
        await rm(await written(''));
      }),
    put: (_, text) => attempt(async () => rename(await written(`${text}\n`), path)),
  };
}
