import { expect, test } from 'vitest';
import { allScopes, found, here, owner, refreshing, world } from './here.ts';

const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const secretApp = [
  { id: 'app', pace: null },
  { id: 'safe', secret: 'hush', pace: null },
];

test('gives an access token for an hour and no new refresh token', async () => {
  const { token } = await here();
  const { status, body } = await token(refreshing);
  expect(status).toBe(200);
  expect(body).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    scope: allScopes.join(' '),
    expires_in: 3600,
  });
});

test.each<[sentence: string, form: Record<string, string>, error: string, description: string]>([
  ['no grant type', {}, 'unsupported_grant_type', 'grant_type parameter is missing'],
  [
    'client credentials',
    { grant_type: 'client_credentials' },
    'unsupported_grant_type',
    'grant_type must be authorization_code or refresh_token',
  ],
  ['an unknown app', { ...refreshing, client_id: 'none' }, 'invalid_client', 'Invalid client'],
  ['a wrong secret', { ...refreshing, client_secret: 'guess' }, 'invalid_client', 'Invalid client secret'],
  [
    'no refresh token',
    { grant_type: 'refresh_token', client_id: 'app' },
    'invalid_request',
    'refresh_token must be supplied',
  ],
  ['an unknown refresh token', { ...refreshing, refresh_token: 'guess' }, 'invalid_grant', 'Invalid refresh token'],
  ["another app's refresh token", { ...refreshing, client_id: 'safe' }, 'invalid_grant', 'Invalid refresh token'],
])('refuses %s', async (_, form, error, description) => {
  const { token } = await here(world('', { apps: secretApp }));
  const { status, body } = await token(form);
  expect(status).toBe(400);
  expect(body).toEqual({ error, error_description: description });
});

test('logs a token request without anything secret', async () => {
  const { token, simulator } = await here();
  await token(refreshing);
  expect(simulator.log).toEqual([
    {
      atMs: simulator.nowMs(),
      method: 'POST',
      path: '/api/token',
      query: {},
      body: { grant_type: 'refresh_token' },
      status: 200,
      user: 'owner',
      app: 'app',
    },
  ]);
});

test('does not read a form of another type', async () => {
  const { token } = await here();
  const { body } = await token(refreshing, { 'content-type': 'text/plain' });
  expect(body).toMatchObject({ error: 'unsupported_grant_type' });
});

test('asks for the secret where the sign-in was made with it', async () => {
  const { token, world: there } = await here(world('', { apps: secretApp }));
  found(there.users.get('owner')).refreshTokens.push({
    token: 'r2',
    app: 'safe',
    scopes: '',
    authorizedAt: '2026-11-01T00:00:00Z',
    needsSecret: true,
    revoked: false,
  });
  const form = { grant_type: 'refresh_token', refresh_token: 'r2' };
  expect((await token(form, basic('safe:hush'))).status).toBe(200);
  expect((await token(form, basic('safe:guess'))).body).toMatchObject({ error: 'invalid_client' });
  expect((await token({ ...form, client_id: 'safe' })).body).toMatchObject({ error: 'invalid_client' });
});

test.each([
  ['2026-11-01T00:00:00Z', '2027-04-30T23:59:59Z'],
  ['2026-08-31T12:00:00Z', '2027-02-28T11:59:59Z'],
])('ends a sign-in of %s after six months, however often it was refreshed', async (authorizedAt, last) => {
  const { token, sleep, simulator, world: there } = await here();
  for (const grant of found(there.users.get('owner')).refreshTokens) grant.authorizedAt = authorizedAt;
  await sleep((Date.parse(last) - simulator.nowMs()) / 1000);
  expect((await token(refreshing)).status).toBe(200);
  await sleep(1);
  expect((await token(refreshing)).body).toEqual({
    error: 'invalid_grant',
    error_description: 'Refresh token expired',
  });
});

test('knows when a sign-in was revoked', async () => {
  const { token, sleep, world: there } = await here();
  there.happenings.push({ kind: 'revoke', at: '2026-11-22T04:00:00Z', user: 'owner' });
  await sleep(3600);
  expect((await token(refreshing)).body).toEqual({
    error: 'invalid_grant',
    error_description: 'Refresh token revoked',
  });
});

test('replaces a refresh token by a new one where that is the custom', async () => {
  const { token } = await here(world('', { apps: [{ id: 'app', pace: null, rotates: true }], users: [owner()] }));
  // Signing in for this test used the first one up.
  const [used] = [await token(refreshing)];
  expect(used.body).toMatchObject({ error: 'invalid_grant', error_description: 'Refresh token revoked' });
});

test('hands out a rotated token that works, under the old date', async () => {
  const { token, world: there } = await here(world('', { apps: [{ id: 'app', pace: null, rotates: true }] }));
  const rotated = found(there.users.get('owner')?.refreshTokens.at(-1));
  expect(rotated).toMatchObject({ authorizedAt: '2026-11-01T00:00:00Z', revoked: false });
  const { body } = await token({ ...refreshing, refresh_token: rotated.token });
  expect(body).toMatchObject({ refresh_token: expect.any(String) });
});
