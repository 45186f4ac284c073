import { describe } from 'vitest';
import { type Env, type Stage, test } from './stage/stage.ts';
import { clientId, control, rule, smallWorld } from './stage/world.ts';

const files = { 'playlists/night.yaml': rule('List', 'cabd'), ...control('night') };
const cutOff: Env = { SETLIST_TOKEN_OWNER: 'eyJ2IjoxLCJyZWZyZXNoX3Rva2VuIjoicmVm' };
const wrongSecret: Env = {
  SETLIST_TOKEN_OWNER: Buffer.from(
    JSON.stringify({ v: 1, refresh_token: 'refresh', client_secret: 'another', authorized_at: '2026-11-01T00:00:00Z' }),
  ).toString('base64url'),
};
const nobody = (): undefined => undefined;

const owner = (stage: Stage) => {
  const user = stage.world.users.get('owner');
  if (user === undefined) throw new Error('There is no owner');
  return user;
};
const revoke = (stage: Stage) => {
  for (const grant of owner(stage).refreshTokens) grant.revoked = true;
};
const refuseGoodTokens = (stage: Stage) => {
  stage.world.faults.push({
    method: '*',
    path: '/playlists/**',
    kind: 'false-401',
    when: 'before',
    retryAfterSeconds: 5,
  });
};
const lapse = (stage: Stage) => {
  for (const user of stage.world.users.values()) user.premium = false;
};

/** What is wrong, how it came to be, and the code and exit that it ends with. */
const cases: readonly [string, (stage: Stage) => unknown, Env, string, number][] = [
  ['no network', nobody, { SETLIST_SPOTIFY_API_URL: 'http://127.0.0.1:1/v1' }, 'spotify/unreachable', 5],
  ['no accounts service', nobody, { SETLIST_SPOTIFY_AUTH_URL: 'http://127.0.0.1:1' }, 'spotify/unreachable', 5],
  ['no secret', nobody, { SETLIST_TOKEN_OWNER: undefined }, 'spotify/no-token', 9],
  ['an empty secret', nobody, { SETLIST_TOKEN_OWNER: ' ' }, 'spotify/no-token', 9],
  ['a secret that was cut off', nobody, cutOff, 'spotify/bad-token', 9],
  ['a sign-in that was taken back', revoke, {}, 'spotify/sign-in-expired', 9],
  ['a wrong client secret', nobody, wrongSecret, 'sign-in/client-secret', 9],
  ['an app that is gone', (stage) => stage.world.apps.delete(clientId), {}, 'sign-in/unknown-app', 9],
  ['good tokens that are refused again and again', refuseGoodTokens, {}, 'spotify/unauthorized', 9],
  [
    'a user that the app does not list',
    (stage) => (owner(stage).allowListed = false),
    {},
    'spotify/not-allow-listed',
    9,
  ],
  ["a developer's Premium that ran out", lapse, {}, 'spotify/premium-lapsed', 9],
];

describe('without a way to Spotify, nothing is written, here or there', () => {
  test.concurrent.for(cases)('%s', async ([, befall, env, code, exit], { open, expect }) => {
    const stage = await open({ world: smallWorld('abcde'), files });
    befall(stage);
    const before = await stage.hashes();
    const ended = await stage.setlist('apply --yes', env);
    expect({ ...ended, err: ended.err.match(/\[(\S+)\]/)?.[1] }).toMatchObject({ exit, err: code });
    expect(ended.err).toMatchSnapshot();
    expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(await stage.hashes()).toMatchObject(before);
    expect(stage.rows()).toBe('abcde');
  });
});
