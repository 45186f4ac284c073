import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { origin } from './doctor/looked.ts';
import { type Stage, test } from './stage/stage.ts';
import { clientId, control, rule, setlistYaml, smallWorld } from './stage/world.ts';

const hourMs = 3_600_000;

const files = {
  'playlists/night.yaml': rule('List', 'cabd'),
  'playlists/found.yaml': 'name: Found\nfrom:\n  - search: { q: Song a, take: 1 }\n',
  ...control('night'),
};
const setting = { world: smallWorld('abcd'), files };

const searches = (stage: Stage): number => stage.requests().filter((one) => one.includes('/search')).length;
/** What the doctor says of each app's last 24 hours. */
const told = async (stage: Stage, args = 'doctor --offline'): Promise<string | undefined> => {
  const { out } = await stage.setlist(args);
  return /last 24 hours: (.*?)\n *\n/s.exec(`${out}\n\n`)?.[1]?.split('\n  ✔')[0]?.replaceAll(/\s+/g, ' ');
};

describe('what runs send that commit nothing', () => {
  test('is counted as what the night sends', async ({ open, expect }) => {
    const stage = await open(setting);
    const before = await stage.hashes();
    const runs = ['plan', 'plan', 'apply', 'gather --save-facts facts.json'];
    await Promise.all(runs.map((args) => stage.setlist(args)));
    expect(await told(stage, 'doctor')).toMatch(/playlist_reads 4 of 300, search 4 of \d+$/);
    expect(await told(stage)).toMatch(/playlist_reads 4 of 300, search 4 of \d+, library 1 of \d+$/);
    await rm(join(stage.folder, 'facts.json'));
    expect(await stage.hashes()).toEqual(before);
  });

  test('leaves that much less to the next night, and plans as they were', async ({ open, expect }) => {
    const yaml = `${setlistYaml}budget: { search: 2 }\n`;
    const stage = await open({ ...setting, files: { ...files, 'playlists/setlist.yaml': yaml } });
    const plans = [];
    for (const name of ['one.json', 'two.json']) {
      await stage.setlist(`plan --out ${name}`);
      plans.push(await readFile(join(stage.folder, name), 'utf8'));
    }
    expect(new Set(plans).size).toBe(1);
    expect(searches(stage)).toBe(2);

    const night = await stage.setlist('sync');
    expect(night).toMatchObject({ exit: 0, err: expect.stringContaining('spotify/budget-spent') });
    expect(stage.rows()).toBe('cabd');
    expect(searches(stage)).toBe(0);

    stage.world.nowMs += 24 * hourMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(searches(stage)).toBe(1);
  });

  test('is counted of an account too that no run could serve', async ({ open, expect }) => {
    const stage = await open(setting);
    Object.assign(stage.world.users.get('owner') ?? {}, { allowListed: false });
    for (const _ of [1, 2]) expect(await stage.setlist('sync')).toMatchObject({ exit: 9 });
    expect(await told(stage)).toMatch(/^library 2 of \d+$/);
  });

  test('is not kept where there is no git', async ({ open, expect }) => {
    const stage = await open(setting);
    await rm(join(stage.folder, '.git'), { recursive: true });
    expect(await stage.setlist('plan')).toMatchObject({ exit: 10, err: '' });
    expect(await told(stage)).toBe('nothing was sent');
  });
});

describe('a bucket that Spotify closed to a plan', () => {
  test('is asked again by no run before its time, and opens by itself', async ({ open, expect }) => {
    const apps = [{ id: clientId, quotas: { search: 0 } }];
    const stage = await open({ world: smallWorld('abcd', { more: { apps } }), files: { ...files, ...origin } });
    expect(await stage.setlist('plan')).toMatchObject({ exit: 7 });
    expect(searches(stage)).toBe(1);
    const app = stage.world.apps.get(clientId);
    if (app !== undefined) app.quotas = {};
    stage.world.nowMs += hourMs;
    const again = await stage.setlist('plan --out plan.json');
    expect(again).toMatchObject({ exit: 7, err: expect.stringContaining('spotify/quota-exceeded') });
    expect(again.out).toContain('Not written');
    expect(await stage.setlist('sync')).toMatchObject({ exit: 7 });
    expect(searches(stage)).toBe(0);
    const { blockedUntil } = JSON.parse(await readFile(join(stage.folder, 'reports/owner/control.json'), 'utf8'));
    expect(blockedUntil).toEqual({ search: expect.any(String) });

    stage.world.nowMs += 25 * hourMs;
    await stage.setlist('plan');
    expect(searches(stage)).toBe(1);
  });

  test('may be that of the doctor, who asks no more', async ({ open, expect }) => {
    const faults = [{ method: 'GET', path: '/me', nth: [1], kind: '429', retryAfterSeconds: 40_000 }];
    const stage = await open({ world: smallWorld('abcd', { more: { faults } }), files: { ...files, ...origin } });
    for (const requests of [['GET /me 429'], []]) {
      expect(await stage.setlist('doctor')).toMatchObject({ exit: 7 });
      expect(stage.requests()).toEqual(requests);
    }
  });
});
