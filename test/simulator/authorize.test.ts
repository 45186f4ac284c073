import { createHash } from 'node:crypto';
import { fetch } from 'undici';
import { expect, test } from 'vitest';
import { here, world } from './here.ts';

const verifier = 'v'.repeat(43);
const asked = {
  response_type: 'code',
  client_id: 'app',
  redirect_uri: 'http://127.0.0.1:5000/callback',
  scope: 'user-top-read',
  state: 'st',
  code_challenge_method: 'S256',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
};
const consenting = (more: object = {}) =>
  world('', {
    apps: [
      {
        id: 'app',
        redirectUris: [
          'http://127.0.0.1/callback',
          'http://[::1]/callback',
          'http://127.0.0.1/call-back',
          'http://localhost:5000/callback',
          'http://site.example/in',
          'https://site.example/in',
          'app-of-ours://in',
        ],
      },
    ],
    settings: { signsIn: 'owner' },
    ...more,
  });

async function authorize(base: string, query: Record<string, string>) {
  const answer = await fetch(`${base}/authorize?${new URLSearchParams(query)}`, { redirect: 'manual' });
  const location = answer.headers.get('location');
  return { status: answer.status, text: await answer.text(), to: location === null ? null : new URL(location) };
}

const exchangeOf = (to: URL | null) => ({
  grant_type: 'authorization_code',
  code: to?.searchParams.get('code') ?? '',
  redirect_uri: asked.redirect_uri,
  client_id: 'app',
  code_verifier: verifier,
});

test('signs in by code and PKCE, on any loopback port', async () => {
  const { simulator, token, world: there } = await here(consenting());
  const { to } = await authorize(simulator.authUrl, asked);
  expect(to?.port).toBe('5000');
  expect(to?.searchParams.get('state')).toBe('st');
  const exchange = exchangeOf(to);
  expect((await token(exchange)).body).toMatchObject({ scope: 'user-top-read', refresh_token: expect.any(String) });
  expect((await token(exchange)).body).toMatchObject({
    error: 'invalid_grant',
    error_description: 'Invalid authorization code',
  });
  expect(there.users.get('owner')?.refreshTokens.at(-1)?.authorizedAt).toBe('2026-11-22T03:00:00.000Z');
});

test.each([
  ['another verifier', { code_verifier: 'w'.repeat(43) }, 'code_verifier was incorrect'],
  ['another address', { redirect_uri: 'http://127.0.0.1:5001/callback' }, 'Invalid redirect URI'],
])('uses a code up with %s', async (_, change, error_description) => {
  const { simulator, token } = await here(consenting());
  const exchange = exchangeOf((await authorize(simulator.authUrl, asked)).to);
  expect((await token({ ...exchange, ...change })).body).toEqual({ error: 'invalid_grant', error_description });
  expect((await token(exchange)).body).toMatchObject({ error_description: 'Invalid authorization code' });
});

test.each<[sentence: string, change: Record<string, string>]>([
  ['an unknown app', { client_id: 'none' }],
  ['localhost, even where it is registered', { redirect_uri: 'http://localhost:5000/callback' }],
  ['no HTTPS, even where it is registered', { redirect_uri: 'http://site.example/in' }],
  ['a hyphen in the path of a loopback address', { redirect_uri: 'http://127.0.0.1:5000/call-back' }],
  ['another path', { redirect_uri: 'http://127.0.0.1:5000/callback/' }],
  ['a port on an address that is not loopback', { redirect_uri: 'https://site.example:8443/in' }],
])('shows a page and redirects nowhere for %s', async (_, change) => {
  const { simulator } = await here(consenting());
  expect(await authorize(simulator.authUrl, { ...asked, ...change })).toMatchObject({ status: 400, to: null });
});

test.each(['http://[::1]:5000/callback', 'http://127.0.0.1/callback', 'https://site.example/in', 'app-of-ours://in'])(
  'redirects to %s, which is registered',
  async (redirect_uri) => {
    const { simulator } = await here(consenting());
    expect((await authorize(simulator.authUrl, { ...asked, redirect_uri })).to?.searchParams.has('code')).toBe(true);
  },
);

test('redirects to a loopback address with a hyphen where the world says so', async () => {
  const { simulator } = await here(consenting({ settings: { signsIn: 'owner', loopbackHyphens: true } }));
  const { to } = await authorize(simulator.authUrl, { ...asked, redirect_uri: 'http://127.0.0.1:5000/call-back' });
  expect(to?.searchParams.has('code')).toBe(true);
});

test('tells the app that it asks for a scope that is none', async () => {
  const { simulator } = await here(consenting());
  const { to } = await authorize(simulator.authUrl, { ...asked, scope: 'user-top-read not-a-scope' });
  expect(to?.search).toBe('?error=invalid_scope&state=st');
});

test('tells the app when consent is denied', async () => {
  const { simulator } = await here(consenting({ settings: { signsIn: null } }));
  const { to } = await authorize(simulator.authUrl, asked);
  expect(to?.search).toBe('?error=access_denied&state=st');
});
