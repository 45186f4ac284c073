import { fetch } from 'undici';
import { expect, test } from 'vitest';
import { found, here, id, items, list, uri, uris, world } from './here.ts';

const noon = '2026-11-22T12:00:00Z';

test('stands still until someone sleeps, and never goes back', async () => {
  const { simulator, ask } = await here();
  const clock = async (until?: number) => {
    const body = until === undefined ? null : JSON.stringify({ untilMs: until });
    const method = body === null ? 'GET' : 'POST';
    const answer = await fetch(`${simulator.clockUrl}${body === null ? '' : '/sleep'}`, { method, body });
    return ((await answer.json()) as { nowMs: number }).nowMs;
  };
  const start = Date.parse('2026-11-22T03:00:00Z');
  await ask('GET', '/me');
  expect(await clock()).toBe(start);
  expect(await clock(start + 5)).toBe(start + 5);
  expect(await clock(start)).toBe(start + 5);
  expect(simulator.nowMs()).toBe(start + 5);
});

test('lets requests take time when the world says so', async () => {
  const { simulator, ask } = await here(world('', { settings: { latencyMs: 250 } }));
  const before = simulator.nowMs();
  await ask('GET', '/me');
  expect(simulator.nowMs() - before).toBe(250);
});

test('brings out an album on its day', async () => {
  const albums = [{ id: id('New'), name: 'New', tracks: [id('n')], artists: [id('Ann')], unreleased: true }];
  const tracks = [{ id: id('n'), name: 'New', album: id('New') }];
  const { ask, sleep, signIn } = await here(
    world('', { albums, tracks, happenings: [{ kind: 'release', at: noon, album: id('New') }] }),
  );
  expect((await ask('GET', `/tracks/${id('n')}`)).status).toBe(404);
  await sleep(9 * 3600 - 1);
  await signIn();
  expect((await ask('GET', `/albums/${id('New')}`)).status).toBe(404);
  await sleep(1);
  expect((await ask('GET', `/tracks/${id('n')}`)).status).toBe(200);
});

test.each([
  ['removes, moves and adds', { remove: [uri('b')], move: [2, 0], add: [uri('d')], position: 1 }, 'adac', 'List'],
  ['renames', { name: 'By hand' }, 'abca', 'By hand'],
])('lets a person edit by hand: %s', async (_, edit, after, name) => {
  const happenings = [{ kind: 'hand-edit', at: noon, user: 'owner', playlist: 'List', ...edit }];
  const { sleep, rows, list: there } = await here(world('abca', { happenings }));
  await sleep(10 * 3600);
  expect([rows(), there.name, there.revision]).toEqual([after, name, 2]);
});

test('dates what was added by hand at its own time', async () => {
  const happenings = [{ kind: 'hand-edit', at: noon, user: 'owner', playlist: list, add: uris('b') }];
  const { sleep, list: there } = await here(world('a', { happenings }));
  await sleep(20 * 3600);
  expect(there.rows.at(-1)).toEqual({ uri: uri('b'), addedAt: noon, addedBy: 'owner' });
});

test('lets an owner have whims, again and again', async () => {
  const happenings = [{ kind: 'whim', at: noon, user: 'owner', everyHours: 24 }];
  const { sleep, list: there } = await here(world('abcdefgh', { happenings }));
  await sleep(10 * 86_400);
  expect(there.revision).toBe(11);
});

test('moves followers, by a number and as the seed has it', async () => {
  const happenings = [
    { kind: 'followers', at: noon, playlist: list, by: 50 },
    { kind: 'followers', at: '2026-11-22T13:00:00Z', playlist: list, most: 3, everyHours: 24 },
  ];
  const { ask, sleep, signIn, list: there } = await here(world('', { happenings }));
  await sleep(9 * 3600);
  await signIn();
  expect((await ask('GET', `/playlists/${list}`)).body).toMatchObject({ followers: { total: 50 } });
  await sleep(3600);
  const drift = there.followers - 50;
  expect(Math.abs(drift)).toBeLessThanOrEqual(4);
  await sleep(20 * 86_400);
  expect(there.followers - 50).not.toBe(drift);
  expect(there.revision).toBe(1);
});

test('takes a track away: dead ones read as null, others stop playing', async () => {
  const happenings = [
    { kind: 'unavailable', at: noon, track: id('a') },
    { kind: 'unavailable', at: noon, track: id('b'), how: 'market' },
  ];
  const { ask, sleep, signIn } = await here(world('ab', { happenings }));
  await sleep(9 * 3600);
  await signIn();
  expect((await ask('GET', items)).body).toMatchObject({
    items: [{ item: null }, { item: { is_playable: false, restrictions: { reason: 'market' } } }],
    total: 2,
  });
});

test('relinks a track and ends Premium when their time comes', async () => {
  const soon = '2026-11-22T03:05:00Z';
  const happenings = [
    { kind: 'relink', at: soon, track: id('a'), market: 'DE', to: id('b') },
    { kind: 'premium', at: '2026-11-22T03:06:00Z', user: 'other', premium: false },
  ];
  const apps = [{ id: 'app', pace: null, owner: 'other' }];
  const { ask, sleep } = await here(world('a', { happenings, apps }));
  await sleep(300);
  expect((await ask('GET', items)).body).toMatchObject({ items: [{ item: { id: id('b') } }] });
  await sleep(60);
  expect((await ask('GET', '/me')).status).toBe(403);
});

test('takes happenings, faults and worlds from other processes', async () => {
  const { simulator, ask, sleep, rows } = await here(world('a'));
  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${simulator.authUrl}/simulator/${path}`, { method, body: body === undefined ? null : JSON.stringify(body) });
  await control('POST', 'happenings', {
    kind: 'hand-edit',
    at: '2026-11-22T03:01:00Z',
    user: 'owner',
    playlist: list,
    add: uris('b'),
  });
  await sleep(60);
  expect(rows()).toBe('ab');
  await control('POST', 'faults', { kind: '503' });
  expect((await ask('GET', '/me')).status).toBe(503);
  await control('DELETE', 'faults');
  expect((await ask('GET', '/me')).status).toBe(200);
  expect((await control('POST', 'faults', { kind: 'flood' })).status).toBe(400);
  const told = (await (await control('GET', 'log')).json()) as { path: string }[];
  expect(told.map(({ path }) => path)).toEqual(['/me', '/me']);
  const file = (await (await control('GET', 'world')).json()) as { playlists: { name: string }[] };
  found(file.playlists[0]).name = 'Loaded';
  expect((await control('PUT', 'world', file)).status).toBe(204);
  expect((await ask('GET', `/playlists/${list}`)).body).toMatchObject({ name: 'Loaded' });
});
