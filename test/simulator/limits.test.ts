import { expect, test } from 'vitest';
import { encodeWorld } from '../../src/simulator/world/world.ts';
import { here, refreshing, world } from './here.ts';

const pace = { requests: 3, seconds: 30 };

test('lets an app send so many requests in a rolling window, and says how long to wait', async () => {
  const { ask, sleep } = await here(world('', { apps: [{ id: 'app', pace }], settings: { refusedCount: false } }));
  const send = async () => (await ask('GET', '/me')).status;
  expect(await send()).toBe(200);
  await sleep(10);
  expect([await send(), await send()]).toEqual([200, 200]);
  const refused = await ask('GET', '/me');
  expect([refused.status, refused.header('retry-after')]).toEqual([429, '20']);
  expect(refused.body).toEqual({ error: { status: 429, message: 'API rate limit exceeded' } });
  await sleep(19);
  expect(await send()).toBe(429);
  await sleep(1);
  expect(await send()).toBe(200);
  expect(await send()).toBe(429);
});

test('counts refused requests too, and opens after the wait that it told', async () => {
  const { ask, sleep } = await here(world('', { apps: [{ id: 'app', pace }] }));
  const send = () => ask('GET', '/me');
  await send();
  await sleep(10);
  await send();
  await send();
  // Of [0, 10, 10, 10] two may be left, and of those after another refusal too.
  expect((await send()).header('retry-after')).toBe('30');
  await sleep(20);
  expect((await send()).header('retry-after')).toBe('10');
  await sleep(10);
  const after = [await send(), await send(), await send()];
  expect(after.map(({ status }) => status)).toEqual([200, 200, 429]);
});

test('counts 60 requests in 30 seconds when nothing else is said', async () => {
  const { ask } = await here(world('', { apps: [{ id: 'app' }] }));
  const answers = await Promise.all(Array.from({ length: 61 }, () => ask('GET', '/me')));
  expect(answers.filter(({ status }) => status === 429).length).toBe(1);
});

test('lets an app ask for so many tokens in a rolling window of its own', async () => {
  const { ask, token, sleep } = await here(world('', { settings: { tokenPace: { requests: 2, seconds: 10 } } }));
  expect((await token(refreshing)).status).toBe(200);
  const refused = await token(refreshing);
  expect([refused.status, refused.header('retry-after'), refused.text]).toEqual([429, '10', 'Too many requests']);
  expect((await ask('GET', '/me')).status).toBe(200);
  await sleep(10);
  expect((await token(refreshing)).status).toBe(200);
});

test('closes a quota bucket for the rest of 24 hours and leaves the others open', async () => {
  const { ask, sleep } = await here(world('', { apps: [{ id: 'app', pace: null, quotas: { library: 2 } }] }));
  const send = () => ask('GET', '/me/tracks');
  expect((await send()).status).toBe(200);
  await sleep(1800);
  expect((await send()).status).toBe(200);
  const refused = await send();
  expect(refused.body).toEqual({ error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } });
  // The refused one counts.
  expect(refused.header('retry-after')).toBe('86400');
  expect((await ask('GET', '/me/playlists')).status).toBe(200);
});

test('keeps what was spent of a quota in the world file', async () => {
  const first = await here(world('', { apps: [{ id: 'app', pace: null, quotas: { library: 1 } }] }));
  expect((await first.ask('GET', '/me/tracks')).status).toBe(200);
  const second = await here(JSON.parse(JSON.stringify(encodeWorld(first.world))) as object);
  expect((await second.ask('GET', '/me/tracks')).status).toBe(429);
});

test('may leave a closed quota without a time', async () => {
  const apps = [{ id: 'app', pace: null, quotas: { library: 0 } }];
  const { ask } = await here(world('', { apps, settings: { quotaRetryAfter: false } }));
  const refused = await ask('GET', '/me/tracks');
  expect([refused.status, refused.header('retry-after')]).toEqual([429, null]);
});

test("counts a quota for all of a developer's apps together", async () => {
  const apps = ['app', 'second'].map((id) => ({ id, pace: null, quotas: { library: 1 } }));
  const refreshTokens = apps.map(({ id }) => ({
    token: id === 'app' ? 'refresh' : 'r2',
    app: id,
    scopes: 'user-library-read',
    authorizedAt: '2026-11-01T00:00:00Z',
  }));
  const { ask, token } = await here(world('', { apps, users: [{ id: 'owner', refreshTokens }] }));
  const second = (await token({ grant_type: 'refresh_token', refresh_token: 'r2', client_id: 'second' })).body as {
    access_token: string;
  };
  expect((await ask('GET', '/me/tracks')).status).toBe(200);
  const other = await ask('GET', '/me/tracks', undefined, { authorization: `Bearer ${second.access_token}` });
  expect(other.status).toBe(429);
});
