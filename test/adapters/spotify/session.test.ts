import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { allScopes, owner, world } from '../../simulator/here.ts';
import { faults, opened, playlistId, refusal } from '../opened.ts';

test('asks for one token, however many requests wait for it', async () => {
  const { read, signIns, scopes } = await opened(world('a'));
  await Promise.all(Array.from({ length: 8 }, () => read.playlist(playlistId)));
  expect(signIns()).toBe(1);
  expect([...(scopes() ?? [])].sort()).toEqual([...allScopes].sort());
});

test('asks for a new token before the old one ends', async () => {
  const { read, signIns, asked, clock } = await opened();
  await read.top('short');
  await clock.sleep(58 * 60_000);
  await read.top('short');
  expect(signIns()).toBe(1);
  await clock.sleep(61_000);
  await read.top('short');
  expect(signIns()).toBe(2);
  expect(asked()).toEqual(Array(3).fill('GET /me/top/tracks 200'));
});

test('refreshes once for all requests whose token was refused', async () => {
  const { read, signIns } = await opened(
    world('a', { faults: faults('GET', '/me/top/tracks', ...Array(4).fill('false-401')) }),
  );
  await Promise.all(Array.from({ length: 4 }, () => read.top('short')));
  expect(signIns()).toBe(2);
});

/** The first is the simulator's own, before the test begins. */
const secondSignIn = 2;

describe('the token endpoint', () => {
  test.each(['500', '503', '429', 'reset', 'truncated', 'garbage', 'html', 'timeout'])(
    'is asked again after %s',
    async (kind) => {
      const { read, signIns } = await opened(
        world('a', { faults: [{ method: 'POST', path: '/api/token', kind, nth: [secondSignIn] }] }),
      );
      expect(await read.me()).toBe('owner');
      expect(signIns()).toBe(2);
    },
  );

  test('that never answers is out of reach', async () => {
    const { read, asked } = await opened(world(), { authUrl: 'http://127.0.0.1:9' });
    expect(await refusal(read.me())).toMatchObject({
      code: 'spotify/unreachable',
      facts: { request: 'POST /api/token', reason: 'nothing listens there' },
    });
    expect(asked()).toEqual([]);
  });

  test('is waited for as long as it asks', async () => {
    const faults = [{ method: 'POST', path: '/api/token', kind: '429', nth: [secondSignIn], retryAfterSeconds: 37 }];
    const { read, clock } = await opened(world('a', { faults }));
    const before = clock.now();
    await read.me();
    expect(clock.now() - before).toBe(37_000);
  });

  test.each([3600, null])('that asks for a long wait is let alone for it: %s', async (retryAfterSeconds) => {
    const faults = [{ method: 'POST', path: '/api/token', kind: '429', nth: [secondSignIn], retryAfterSeconds }];
    const { read, clock, asked, signIns } = await opened(world('a', { faults }));
    const retryAfterMs = retryAfterSeconds === null ? null : retryAfterSeconds * 1000;
    for (const _ of 'ab')
      expect(await refusal(read.me())).toMatchObject({
        code: 'spotify/rate-limited',
        facts: { request: 'POST /api/token', retryAfterMs },
      });
    expect([signIns(), asked()]).toEqual([1, []]);
    await clock.sleep(3_600_000);
    if (retryAfterMs === null) expect((await refusal(read.me())).code).toBe('spotify/rate-limited');
    else expect(await read.me()).toBe('owner');
  });

  test.each([
    ['a sign-in that is over', { refresh_token: 'another' }, {}, 'spotify/sign-in-expired', 1],
    ['a wrong client secret', { client_secret: 'another' }, {}, 'sign-in/client-secret', 1],
    ['an unknown app', {}, { clientId: 'nobody' }, 'sign-in/unknown-app', 1],
    // Nobody knows what it means, so it may pass.
    ['anything else', { refresh_token: '' }, {}, 'sign-in/failed', 2],
  ])('tells %s apart, without its secret', async (_, secret, more, code, asked) => {
    const { read, signIns } = await opened(world(), {
      ...more,
      secret: () => ({ v: 1, refresh_token: 'refresh', authorized_at: '', ...secret }),
    });
    const said = await refusal(read.me());
    expect(said.code).toBe(code);
    expect(JSON.stringify(said)).not.toMatch(/another/);
    await refusal(read.me());
    expect(signIns()).toBe(asked);
  });
});

test('keeps a refresh token that was rotated, and signs in with it', async () => {
  const { read, rotated, clock } = await opened(world('', { apps: [{ id: 'app', pace: null, rotates: true }] }));
  await read.top('short');
  const first = rotated();
  expect(first).toEqual(expect.any(String));
  await clock.sleep(3_600_000);
  await read.top('short');
  expect(rotated()).not.toBe(first);
});

test('a token that does not rotate is no news', async () => {
  const { read, rotated } = await opened();
  await read.me();
  expect(rotated()).toBeUndefined();
});

test('a refresh token that comes back as it was is no news either', async () => {
  const token = JSON.stringify({ access_token: 'access', expires_in: 3600, refresh_token: 'refresh' });
  const server = createServer((_, response) => response.end(token));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { read, rotated } = await opened(world(), {
    authUrl: `http://127.0.0.1:${port}`,
    apiUrl: 'http://127.0.0.1:9',
  });
  expect((await refusal(read.me())).code).toBe('spotify/unreachable');
  expect(rotated()).toBeUndefined();
});

test('signs in with a client secret where the app has one', async () => {
  const { read } = await opened(world('', { apps: [{ id: 'app', pace: null, secret: 'hush' }], users: [owner()] }), {
    secret: () => ({ v: 1, refresh_token: 'refresh', client_secret: 'hush', authorized_at: '' }),
  });
  expect(await read.me()).toBe('owner');
});
