import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { test } from '../stage/stage.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

const files = {
  'playlists/night.yaml': rule('List', 'daefg', 'guard: { max_removed: [90%, 9] }\n'),
  ...control('night'),
};

const smallDisk = (folder: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0;
const takeAway = (folder: string): void => void execFileSync('umount', ['--lazy', folder]);

/** It takes a disk of a few bytes: only root may mount one. */
const mayMount = await (async () => {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-disk-'));
  const may = smallDisk(folder);
  if (may) takeAway(folder);
  await rmdir(folder);
  return may;
})();

describe.skipIf(!mayMount)('a disk without room', () => {
  test('ends the night before anything is sent to change; with room again it is served', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    const git = join(stage.folder, '.git');
    const aside = await mkdtemp(join(tmpdir(), 'setlist-aside-'));
    await cp(git, aside, { recursive: true });
    expect(smallDisk(git)).toBe(true);
    try {
      await cp(aside, git, { recursive: true });
      const filler = join(git, 'filler');
      await expect(writeFile(filler, Buffer.alloc(4 << 20))).rejects.toThrow('ENOSPC');

      const full = await stage.setlist('sync');
      expect(full).toMatchObject({ exit: 11, out: '' });
      expect(full.err).toMatch(/No space left on device \[machine\/git\]\n {2}fix: /);
      expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
      expect(stage.rows()).toBe('abcd');

      await rm(filler);
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
      expect(stage.rows()).toBe('daefg');
      expect(await stage.setlist('verify')).toMatchObject({ exit: 0 });
    } finally {
      takeAway(git);
      await rm(aside, { recursive: true });
    }
  });
});
