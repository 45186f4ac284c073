import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';
import { type Ended, start } from '../scenarios/stage/run.ts';
import { type Texts, writeTree } from '../scenarios/stage/tree.ts';
import { setlistYaml } from '../scenarios/stage/world.ts';

export type Repository = { readonly folder: string; setlist(...args: readonly string[]): Promise<Ended> };

/** A repository in a temporary folder, for commands that need no Spotify. */
export const test = base.extend<{ readonly repository: (texts: Texts) => Promise<Repository> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest asks for a pattern.
  repository: async ({}, use) => {
    const folders: string[] = [];
    await use(async (texts) => {
      const folder = await mkdtemp(join(tmpdir(), 'setlist-'));
      folders.push(folder);
      await writeTree(folder, { 'playlists/setlist.yaml': setlistYaml, ...texts });
      return { folder, setlist: (...args) => start(args, { cwd: folder }).ended };
    });
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  },
});
