import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { clientId, control, playlistId, rule, smallWorld } from '../stage/world.ts';

const hourMs = 3_600_000;

const files = {
  'playlists/night.yaml': rule('List', 'cabd'),
  'playlists/found.yaml': 'name: Found\nfrom:\n  - search: { q: Song a, take: 1 }\n',
  ...control('night'),
};

const searches = (stage: Stage): number => stage.requests().filter((one) => one.includes('/search')).length;

const blocked = async (stage: Stage): Promise<unknown> =>
  JSON.parse(await readFile(join(stage.folder, 'reports/owner/control.json'), 'utf8')).blockedUntil;

describe('a bucket that Spotify closes', () => {
  test('stops what needs it and nothing else, is not asked again while it is closed, and comes back by itself', async ({
    open,
    expect,
  }) => {
    const stage = await open({
      world: smallWorld('abcd', { more: { apps: [{ id: clientId, quotas: { search: 0 } }] } }),
      files,
    });
    const first = await stage.setlist('sync');
    expect(first).toMatchObject({ exit: 7 });
    expect(stage.rows()).toBe('cabd');
    expect(searches(stage)).toBe(1);
    expect(await blocked(stage)).toEqual({ search: expect.stringMatching(/^2026-11-2[23]T/) });

    // The quota is there again, but nobody may look before the time that was told.
    const app = stage.world.apps.get(clientId);
    if (app !== undefined) app.quotas = {};
    stage.world.nowMs += hourMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 7 });
    expect(searches(stage)).toBe(0);

    stage.world.nowMs += 25 * hourMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(searches(stage)).toBe(1);
    expect(await blocked(stage)).toBeUndefined();
  });

  test('is known to be closed before the first write, whatever becomes of the run', async ({ open, expect }) => {
    let atFirstWrite: string | undefined;
    const stage: Stage = await open({
      world: smallWorld('abcd', { more: { apps: [{ id: clientId, quotas: { search: 0 } }] } }),
      files,
      before: ({ method, path }) => {
        if (method === 'GET' || path === '/api/token') return;
        const committed = ['show', 'HEAD:reports/owner/control.json'];
        atFirstWrite ??= execFileSync('git', committed, { cwd: stage.folder, encoding: 'utf8' });
      },
    });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 7 });
    expect(JSON.parse(atFirstWrite ?? '').blockedUntil).toEqual(await blocked(stage));
  });

  test('may be the one in which Spotify says who we are: playlists are written all the same', async ({
    open,
    expect,
  }) => {
    const stage = await open({
      world: smallWorld('abcd', { more: { apps: [{ id: clientId, quotas: { library: 0 } }] } }),
      files: {
        'playlists/night.yaml': rule('List', 'abcd'),
        'playlists/loved.yaml': 'name: Loved\nfrom:\n  - liked\n',
        ...control('night'),
      },
    });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 7 });
    await stage.write({ 'playlists/night.yaml': rule('List', 'dcba') });
    stage.world.nowMs += hourMs;
    stage.requests();
    expect(await stage.setlist('sync')).toMatchObject({ exit: 7 });
    expect(stage.rows()).toBe('dcba');
    expect(stage.requests().filter((one) => / \/me(\/tracks)? /.test(one))).toEqual([]);
  });

  test('for longer than a date can name ends the night as any other does, and opens in a month', async ({
    open,
    expect,
  }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    const path = `/playlists/${playlistId}/items`;
    stage.world.faults.push({
      ...{ method: 'PUT', path, kind: '429', when: 'before', nth: [1], retryAfterSeconds: 9_000_000_000_000 },
    });
    const first = await stage.setlist('sync');
    expect(first.err).not.toMatch(/RangeError/);
    expect(first).toMatchObject({ exit: 7 });
    expect(await blocked(stage)).toEqual({ writes: expect.stringMatching(/^2026-12-22T/) });
    stage.world.nowMs += 31 * 24 * hourMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(stage.rows()).toBe('cabd');
  });
});
