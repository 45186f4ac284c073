import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { renderWorld } from '../../../src/simulator/world/render.ts';
import { git } from '../../bench/stop-anywhere/read.ts';
import { commitAll } from '../stage/commit-all.ts';
import { type Stage, test } from '../stage/stage.ts';
import { playlistId, rule, smallWorld } from '../stage/world.ts';

const files = {
  'playlists/night.yaml': rule('Night', 'abcd'),
  'playlists/other.yaml': `name: Other\nfrom:\n  - playlist: ${playlistId}\n`,
};
const account = 'reports/owner';

/** A night was served in which two playlists were made, and it is the next. */
async function served(open: (setting: { world: object; files: typeof files }) => Promise<Stage>): Promise<Stage> {
  const stage = await open({ world: smallWorld('xyz'), files });
  const ended = await stage.setlist('sync');
  if (ended.exit !== 0) throw new Error(JSON.stringify(ended));
  stage.world.nowMs += 86_400_000;
  stage.simulator.clearLog();
  return stage;
}

const namesIn = ({ folder }: Stage, path: string): readonly string[] => readdirSync(join(folder, path)).sort();

/** What a bad merge takes away, and the path that is named then. */
function cases(stage: Stage): readonly (readonly [taken: string, named: string])[] {
  const [shard] = namesIn(stage, `${account}/facts`);
  const records = namesIn(stage, `${account}/playlists`).filter((name) => name.endsWith('.json'));
  const shelf = (name: string): string => `${account}/${name}/2026-11.jsonl`;
  return [
    [`${account}/control.json`, `${account}/control.json`],
    [account, account],
    ['reports/origin.json', 'reports/origin.json'],
    [`${account}/snapshots.json`, `${account}/snapshots.json`],
    [shelf('audit'), shelf('audit')],
    [shelf('runs'), shelf('runs')],
    [shelf('history'), `${account}/history`],
    [`${account}/facts/${shard}`, `${account}/facts`],
    ...records.map((name) => [`${account}/playlists/${name}`, `${account}/playlists/${name}`] as const),
  ];
}

describe('a file of the ledger that is missing', () => {
  test('is named with the way out before anything is sent, and verify names it too', async ({ open, expect }) => {
    const stage = await served(open);
    const all = cases(stage);
    // The two that were made, and the one that a rule reads from.
    expect(all.length).toBe(8 + 3);
    for (const [taken, named] of all) {
      git(stage.folder, 'rm', '-r', '--quiet', taken);
      commitAll(stage.folder, 'A bad merge');
      for (const command of ['sync', 'verify']) {
        const { exit, err } = await stage.setlist(command);
        expect({ taken, command, exit, err }).toMatchObject({ exit: 8, err: expect.stringContaining(`"${named}"`) });
        expect(err).toContain(`git checkout <commit> -- '${named}'`);
      }
      git(stage.folder, 'checkout', 'HEAD^', '--', taken);
      commitAll(stage.folder, 'Put back');
    }
    expect(stage.simulator.log).toEqual([]);
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
  }, 600_000);

  test('is none after a purge, in a fresh clone, or in a new ledger', async ({ open, expect }) => {
    const stage = await served(open);
    const { exit: purged, err } = await stage.setlist('purge --before 2026-11-23 --yes');
    expect({ purged, err }).toEqual({ purged: 0, err: '' });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0, err: '' });
    const clone = mkdtempSync(join(tmpdir(), 'setlist-clone-'));
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${stage.folder}`, clone]);
    rmSync(stage.folder, { recursive: true });
    cpSync(clone, stage.folder, { recursive: true });
    rmSync(clone, { recursive: true });
    git(stage.folder, 'remote', 'remove', 'origin');
    stage.world.nowMs += 86_400_000;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    const dry = await stage.setlist('init --fresh');
    expect(dry).toMatchObject({ exit: 0, out: expect.stringContaining('2 playlists a second time') });
    expect((await stage.setlist('verify')).out).toContain('whole');
    expect(await stage.setlist('init --fresh --yes')).toMatchObject({ exit: 0, err: '' });
    expect(await stage.setlist('report')).toMatchObject({ exit: 8, err: expect.stringContaining('[ledger/none]') });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0, err: '' });
  }, 600_000);

  test("is none of the simulator's world, which outlives its ledger", async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('xyz'), files });
    await stage.write({ 'reports/simulator.json': renderWorld(stage.world) });
    // Nothing in the environment names a Spotify: it lives in the ledger.
    const env = Object.fromEntries(['API_URL', 'AUTH_URL'].map((name) => [`SETLIST_SPOTIFY_${name}`, undefined]));
    const own = { ...env, SETLIST_CLOCK_URL: undefined, SETLIST_TOKEN_OWNER: undefined };
    expect(await stage.setlist('sync', own)).toMatchObject({ exit: 0, err: '' });
    expect(await stage.setlist('init --fresh --yes', own)).toMatchObject({ exit: 0, err: '' });
    expect(namesIn(stage, 'reports')).toEqual(['simulator.json']);
    expect(await stage.setlist('sync', own)).toMatchObject({ exit: 0, err: '' });
    git(stage.folder, 'rm', '--quiet', 'reports/origin.json');
    commitAll(stage.folder, 'A bad merge');
    const named = expect.stringContaining('"reports/origin.json"');
    expect(await stage.setlist('sync', own)).toMatchObject({ exit: 8, err: named });
  }, 600_000);
});
