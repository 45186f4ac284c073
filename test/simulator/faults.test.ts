import { describe, expect, test } from 'vitest';
import { here, id, items, list, owner, said, uris, world } from './here.ts';
import { ann, catalogue, guest } from './some-catalogue.ts';

const withFault = (fault: object) => world('a', { faults: [{ method: 'POST', path: '/playlists/*/items', ...fault }] });
const add = { uris: uris('b') };

test.each([
  ['500', '500 Internal server error'],
  ['502', '502 Error while loading resource'],
  ['503', '503 Service unavailable'],
  ['429', '429 API rate limit exceeded'],
  ['false-401', '401 Missing/invalid/expired access token'],
  ['garbage', '200'],
  ['html', '502'],
  ['quota-exceeded', '429 Too many requests'],
  ['premium-lapsed', '403'],
  ['not-allow-listed', '403 User not registered in the Developer Dashboard'],
])('answers %s before and after the effect alike', async (kind, answer) => {
  for (const when of ['before', 'after']) {
    const { ask, rows, simulator } = await here(withFault({ kind, when }));
    expect(said(await ask('POST', items, add))).toBe(answer);
    expect(rows()).toBe(when === 'before' ? 'a' : 'ab');
    expect(simulator.log[0]).toMatchObject({ fault: `${kind} ${when}` });
    expect(simulator.log[0]?.effect).toBe(when === 'before' ? undefined : true);
  }
});

test.each([
  [{ retryAfterSeconds: 90 }, '90'],
  [{ retryAfterSeconds: 90, retryAfterIsDate: true }, 'Sun, 22 Nov 2026 03:01:30 GMT'],
  [{ retryAfterSeconds: null }, null],
])('says when to come back, or does not: %j', async (more, header) => {
  for (const kind of ['429', 'quota-exceeded']) {
    const { ask } = await here(withFault({ kind, ...more }));
    const answer = await ask('POST', items, add);
    expect(answer.header('retry-after')).toBe(header);
    expect(answer.body).toMatchObject({ error: kind === '429' ? { status: 429 } : { reason: 'QUOTA_EXCEEDED' } });
  }
});

test.each([
  ['503', 'Service unavailable'],
  ['429', 'API rate limit exceeded'],
  ['false-401', 'Missing/invalid/expired access token'],
  ['not-allow-listed', 'User not registered in the Developer Dashboard'],
  ['premium-lapsed', 'Active premium subscription required for the owner of the app.'],
])('says it in plain text, or not at all: %s', async (kind, message) => {
  for (const body of ['text', 'empty']) {
    const { ask } = await here(withFault({ kind, body }));
    const answer = await ask('POST', items, add);
    expect(answer.text).toBe(body === 'text' ? message : '');
    expect(answer.header('content-type')).toBe(body === 'text' ? 'text/plain; charset=utf-8' : null);
    expect(answer.header('retry-after')).toBe(kind === '429' ? '5' : null);
  }
});

test('a lapsed Premium is told in plain text by itself', async () => {
  const { ask } = await here(withFault({ kind: 'premium-lapsed' }));
  expect((await ask('POST', items, add)).text).toBe('Active premium subscription required for the owner of the app.');
});

test.each(['reset', 'truncated'])('breaks the connection: %s', async (kind) => {
  for (const when of ['before', 'after']) {
    const { ask, rows } = await here(withFault({ kind, when }));
    await expect(ask('POST', items, add)).rejects.toThrow();
    expect(rows()).toBe(when === 'before' ? 'a' : 'ab');
  }
});

test('never answers: timeout', async () => {
  const { ask, simulator } = await here(withFault({ kind: 'timeout', when: 'after' }));
  const answer = ask('POST', items, add).catch(() => 'closed');
  await expect.poll(() => simulator.log[0]?.effect).toBe(true);
  await simulator.close();
  expect(await answer).toBe('closed');
});

test('strikes the requests that it names, and no others', async () => {
  const { ask } = await here(withFault({ kind: '500', nth: [2, 4] }));
  const answers: number[] = [];
  for (let at = 0; at < 5; at++) {
    answers.push((await ask('POST', items, add)).status);
    answers.push((await ask('GET', items)).status);
  }
  expect(answers.filter((_, at) => at % 2 === 0)).toEqual([201, 500, 201, 500, 201]);
  expect(answers.filter((_, at) => at % 2 === 1)).toEqual([200, 200, 200, 200, 200]);
});

test('strikes about as often as it is told, and the same ones each time', async () => {
  const run = async () => {
    const { ask } = await here(world('', { faults: [{ kind: '503', probability: 0.3 }], seed: 'dice' }));
    const answers = [];
    for (let at = 0; at < 100; at++) answers.push((await ask('GET', '/me')).status);
    return answers;
  };
  const first = await run();
  expect(first.filter((status) => status === 503).length).toBeGreaterThan(18);
  expect(first.filter((status) => status === 503).length).toBeLessThan(42);
  expect(await run()).toEqual(first);
});

test('strikes the token endpoint too', async () => {
  const { token, simulator } = await here();
  simulator.world.faults.push({
    method: 'POST',
    path: '/api/token',
    kind: '503',
    when: 'before',
    retryAfterSeconds: 5,
  });
  expect((await token({})).status).toBe(503);
});

test('logs what was asked and what it did', async () => {
  const { ask, simulator } = await here(world('a'));
  await ask('POST', `${items}?x=1`, add);
  await ask('GET', '/nothing');
  expect(simulator.log).toEqual([
    {
      atMs: simulator.nowMs(),
      method: 'POST',
      path: items,
      query: { x: '1' },
      body: add,
      status: 201,
      bucket: 'writes',
      user: 'owner',
      app: 'app',
      effect: true,
      rowsAfter: 2,
    },
    {
      atMs: simulator.nowMs(),
      method: 'GET',
      path: '/nothing',
      query: {},
      status: 404,
      bucket: 'profile',
      user: 'owner',
      app: 'app',
    },
  ]);
  simulator.clearLog();
  expect(simulator.log).toEqual([]);
});

describe('a short page', () => {
  const shelves = {
    savedTracks: [...'abc'].map((letter) => ({ id: id(letter), addedAt: '2026-11-01T00:00:00Z' })),
    topTracks: { long_term: [id('a'), id('b'), id('f')] },
    followedArtists: [ann, guest],
    playlists: [list, list, null],
  };
  type Page = { items: unknown[]; total: number; next: string | null };
  const pageAt = (body: unknown, key: string): Page =>
    (key === '' ? body : (body as Record<string, unknown>)[key]) as Page;

  test.each([
    ['/me/tracks?limit=2', '', 3],
    ['/me/top/tracks?time_range=long_term&limit=2', '', 3],
    ['/me/following?type=artist&limit=1', 'artists', 2],
    ['/me/playlists?limit=2', '', 3],
    ['/search?q=Rain&type=track&limit=1', 'tracks', 2],
    [`/artists/${ann}/albums?limit=2`, '', 5],
    [`/albums/${id('A')}`, 'tracks', 2],
    [`/albums/${id('A')}/tracks?limit=1`, '', 2],
    [`/playlists/${list}`, 'items', 120],
    [`${items}?limit=50&fields=total,next,items(item(uri))`, '', 120],
  ])('of %s has the right shape, fewer rows, and says that this is all', async (path, key, total) => {
    for (const keeps of [undefined, 1]) {
      const faults = [{ kind: 'short', ...(keeps === undefined ? {} : { keeps }) }];
      const { ask } = await here(world('ab'.repeat(60), { ...catalogue, users: [owner(shelves)], faults }));
      const { status, body } = await ask('GET', path);
      const page = pageAt(body, key);
      expect([status, page.items.length, page.total, page.next]).toEqual([200, keeps ?? 0, total, null]);
    }
  });

  test('is made of a page only: everything else is done and answered as ever', async () => {
    const { ask, rows } = await here(world('a', { faults: [{ kind: 'short' }] }));
    expect((await ask('GET', '/me')).body).toMatchObject({ id: 'owner' });
    expect(said(await ask('GET', `/playlists/${id('nowhere')}`))).toBe('404 Resource not found');
    expect((await ask('POST', items, add)).status).toBe(201);
    expect(rows()).toBe('ab');
  });
});
