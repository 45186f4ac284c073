import { describe } from 'vitest';
import { type Env, type Stage, test } from '../stage/stage.ts';
import { clientId, control, rule, smallWorld } from '../stage/world.ts';
import { looked, origin } from './looked.ts';

const files = {
  'playlists/night.yaml': rule('List', 'cabd'),
  ...control('night'),
  ...origin,
};
const dayMs = 86_400_000;
const nobody = (): undefined => undefined;

const of = (stage: Stage, user: string) => {
  const found = stage.world.users.get(user);
  if (found === undefined) throw new Error(`There is no ${user}`);
  return found;
};
const secretOf = (token: string): string =>
  Buffer.from(JSON.stringify({ v: 1, refresh_token: token, authorized_at: '2026-11-01T00:00:00Z' })).toString(
    'base64url',
  );

const lapse = (stage: Stage) => {
  for (const user of stage.world.users.values()) user.premium = false;
};
const revoke = (stage: Stage) => {
  for (const grant of of(stage, 'owner').refreshTokens) grant.revoked = true;
};
const narrow = (stage: Stage) => {
  for (const grant of of(stage, 'owner').refreshTokens) grant.scopes = 'playlist-read-private';
};
const befriend = (stage: Stage) => {
  const [grant] = of(stage, 'owner').refreshTokens;
  if (grant !== undefined) of(stage, 'friend').refreshTokens.push({ ...grant, token: 'of a friend' });
};
const rotate = (stage: Stage) => {
  const app = stage.world.apps.get(clientId);
  if (app !== undefined) app.rotates = true;
};
const later = (days: number) => (stage: Stage) => {
  stage.world.nowMs += days * dayMs;
};
const cutOff = { SETLIST_TOKEN_OWNER: 'eyJ2IjoxLCJyZWZyZXNoX3Rva2VuIjoicmVm' };
const nowhere = { SETLIST_SPOTIFY_API_URL: 'http://127.0.0.1:1/v1', SETLIST_SPOTIFY_AUTH_URL: 'http://127.0.0.1:1' };

/** How it came to be, the codes and the exit that it comes to, and the requests that it took. */
const cases: readonly [string, (stage: Stage) => unknown, Env, readonly string[], number, readonly string[]][] = [
  ['all is well', nobody, {}, [], 0, ['/api/token', '/me']],
  ['no secret', nobody, { SETLIST_TOKEN_OWNER: undefined }, [], 0, []],
  ['a secret that was cut off', nobody, cutOff, ['spotify/bad-token'], 9, []],
  ['160 days later, it is over', later(160), {}, ['spotify/sign-in-expired'], 9, []],
  ['140 days later, it ends', later(140), {}, ['spotify/sign-in-ends'], 0, ['/api/token', '/me']],
  ['a sign-in that was taken back', revoke, {}, ['spotify/sign-in-expired'], 9, ['/api/token']],
  ['Premium that ran out', lapse, {}, ['spotify/premium-lapsed'], 9, ['/api/token', '/me']],
  [
    'a user that the app does not list',
    (stage) => (of(stage, 'owner').allowListed = false),
    {},
    ['spotify/not-allow-listed'],
    9,
    ['/api/token', '/me'],
  ],
  ['too few scopes', narrow, {}, ['sign-in/scopes'], 9, ['/api/token', '/me']],
  [
    'another user',
    befriend,
    { SETLIST_TOKEN_OWNER: secretOf('of a friend') },
    ['sign-in/other-user'],
    8,
    ['/api/token', '/me'],
  ],
  ['an app that is gone', (stage) => stage.world.apps.delete(clientId), {}, ['sign-in/unknown-app'], 9, ['/api/token']],
  ['an app that rotates', rotate, {}, ['sign-in/rotated'], 9, ['/api/token', '/me']],
  ['no network', nobody, nowhere, ['spotify/unreachable'], 5, []],
  [
    'a clock that is off',
    nobody,
    { SETLIST_CLOCK_URL: undefined, SETLIST_NOW: '2026-11-22T09:00:00Z' },
    ['sign-in/clock'],
    0,
    ['/api/token', '/me'],
  ],
];

describe('the doctor says of a sign-in', () => {
  test.for(cases)('%s', async ([, befall, env, codes, exit, requests], { open, expect }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    befall(stage);
    const before = await stage.hashes();
    const found = await looked(stage, '', env);
    expect({ exit: found.exit, codes: found.codes, err: found.err }).toEqual({ exit, codes, err: '' });
    expect(stage.simulator.log.map(({ path }) => path)).toEqual(requests);
    if (requests.length > 0) expect(found.requests.spotify).toBe(requests.length);
    expect(found.out).not.toMatch(/of a friend|eyJ2/);
    expect(await stage.hashes()).toEqual(before);
  });

  test('nothing to Spotify while its bucket is closed', async ({ open, expect }) => {
    const closed = JSON.stringify({ version: 1, playlists: {}, blockedUntil: { library: '2026-11-22T20:00:00Z' } });
    const texts = { ...files, 'reports/owner/control.json': closed };
    const stage = await open({ world: smallWorld('abcd'), files: texts });
    const found = await looked(stage);
    expect({ exit: found.exit, codes: found.codes }).toEqual({ exit: 7, codes: ['spotify/bucket-closed'] });
    expect(stage.simulator.log).toEqual([]);
    stage.world.nowMs += dayMs;
    expect(await looked(stage)).toMatchObject({ exit: 0, codes: [] });
  });

  test('of each account by itself, or of one alone', async ({ open, expect }) => {
    const yaml = `title: Two\ntimezone: UTC\napps:\n  main: { client_id: ${clientId}, accounts: { owner: {}, friend: {} } }\napply: on\n`;
    const texts = { 'playlists/setlist.yaml': yaml, 'playlists/night.yaml': rule('List', 'ab', 'account: owner\n') };
    const stage = await open({ world: smallWorld('ab'), files: texts });
    befriend(stage);
    revoke(stage);
    const env = { SETLIST_TOKEN_FRIEND: secretOf('of a friend') };
    for (const grant of of(stage, 'friend').refreshTokens) grant.revoked = false;
    const both = await looked(stage, '', env);
    expect(both).toMatchObject({ exit: 9, codes: ['spotify/sign-in-expired'] });
    expect(both.marks('well', 'Sign-in of friend')).toEqual(['secret', 'refresh', 'user', 'scopes']);
    expect(await looked(stage, '--account friend', env)).toMatchObject({
      exit: 0,
      codes: [],
      requests: { spotify: 2 },
    });
    expect(await stage.setlist('doctor --account frend', env)).toMatchObject({ exit: 2, out: '' });
  });
});
