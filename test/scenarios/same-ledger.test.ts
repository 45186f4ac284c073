import { execFileSync } from 'node:child_process';
import { readdir, rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { seededSetting } from './stage/seeded.ts';
import { type Env, type Stage, test } from './stage/stage.ts';

const nights = 3;
const dayMs = 86_400_000;

type Open = (setting: ReturnType<typeof seededSetting>) => Promise<Stage>;

/** Everything that three nights committed and said; between them releases come out and the owner edits by hand. */
async function lived(open: Open, env: Env, prepare: (folder: string) => Promise<void> = async () => undefined) {
  const stage = await open(seededSetting(6));
  await prepare(stage.folder);
  const said: unknown[] = [];
  for (let night = 1; night <= nights; night += 1) {
    said.push(await stage.setlist('sync --by schedule', { TZ: 'UTC', LANG: 'C', ...env }));
    await fetch(`${stage.simulator.clockUrl}/sleep`, {
      method: 'POST',
      body: JSON.stringify({ untilMs: stage.world.nowMs + 2 * dayMs }),
    });
  }
  const git = (...args: readonly string[]): readonly string[] =>
    execFileSync('git', ['-C', stage.folder, ...args], { encoding: 'utf8' })
      .trim()
      .split('\n');
  return {
    said,
    files: (await stage.hashes()) as Readonly<Record<string, string>>,
    committed: git('ls-tree', '-r', '--name-only', 'HEAD', 'reports'),
    // A commit's id is over its files, its message, its moment with the zone, and all commits before it.
    commits: git('log', '--format=%H %s'),
  };
}

describe('the same nights are the same ledger and the same commits', () => {
  test('twice, in any zone and language, with rule files found in any order', { timeout: 600_000 }, async ({
    open,
    expect,
  }) => {
    const once = await lived(open, {});
    expect(once.commits.length).toBeGreaterThan(nights);
    for (const folder of ['audit', 'facts', 'history', 'playlists', 'runs'])
      expect(
        once.committed.some((path) => path.startsWith(`reports/owner/${folder}/`)),
        folder,
      ).toBe(true);
    const others: readonly (readonly [string, Env, typeof shuffle?])[] = [
      ['again', {}],
      ['in Los Angeles, in Turkish', { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
      ['in Kiribati, in Swedish', { TZ: 'Pacific/Kiritimati', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' }],
      ['shuffled', {}, shuffle],
    ];
    for (const [what, env, prepare] of others) expect(await lived(open, env, prepare), what).toEqual(once);
  });
});

/** Rule files put there anew in reverse order, each older than the last: neither their order nor their age counts. */
async function shuffle(folder: string): Promise<void> {
  const rules = join(folder, 'playlists');
  for (const [age, name] of (await readdir(rules)).sort().reverse().entries()) {
    await rename(join(rules, name), join(folder, name));
    await rename(join(folder, name), join(rules, name));
    await utimes(join(rules, name), 1_000_000 - age, 1_000_000 - age);
  }
}
