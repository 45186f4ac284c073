import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { disk } from '../adapters/files/disk.ts';
import type { SiteFolder } from '../app/report.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';

/** The folder for the site, made if it is not there. What stands in it and is not of the site stays. */
export async function openSiteFolder(folder: string): Promise<SiteFolder> {
  await mkdir(resolve(folder), { recursive: true }).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? `the system says ${cause.code}` : 'it cannot be made';
    throw new Failure([problem('machine/file', { path: folder, reason })], { cause });
  });
  return { name: folder, files: disk(folder) };
}
