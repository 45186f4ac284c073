import { expect, test } from 'vitest';
import { decodeWorld } from '../../src/simulator/world/world.ts';
import { allScopes, found, here, id, items, list, owner, said, uris, world } from './here.ts';

const body401 = { error: { status: 401, message: 'Missing/invalid/expired access token' } };

test.each([
  ['no token', { authorization: '' }, 'Bearer realm="spotify"'],
  ['an unknown token', { authorization: 'Bearer x' }, 'error="invalid_token"'],
  ['another scheme', { authorization: 'Basic x' }, 'Bearer realm="spotify"'],
])('answers 401 to %s', async (_, headers, told) => {
  const { ask } = await here();
  const answer = await ask('GET', '/me', undefined, headers);
  expect(answer.status).toBe(401);
  expect(answer.body).toEqual(body401);
  expect(answer.header('www-authenticate')).toContain(told);
});

test('ends an access token after 3600 simulated seconds', async () => {
  const { ask, sleep } = await here();
  await sleep(3599);
  expect((await ask('GET', '/me')).status).toBe(200);
  await sleep(1);
  const answer = await ask('GET', '/me');
  expect(answer.body).toEqual(body401);
  expect(answer.header('www-authenticate')).toContain('error="invalid_token"');
});

test('refuses every call in plain text when the owner of the app has no Premium, and still gives tokens', async () => {
  const { ask, token, world: there } = await here(world('', { users: [owner(), { id: 'developer' }] }));
  found(there.users.get('developer')).premium = false;
  const answer = await ask('GET', '/me');
  expect([answer.status, answer.text]).toEqual([403, 'Active premium subscription required for the owner of the app.']);
  expect((await token({ grant_type: 'refresh_token', refresh_token: 'refresh', client_id: 'app' })).status).toBe(200);
});

test('refuses who is not on the list of the app', async () => {
  const { ask } = await here(world('', { users: [owner({ allowListed: false })] }));
  expect(said(await ask('GET', '/me'))).toBe('403 User not registered in the Developer Dashboard');
});

test('lists users by app, and may refuse the others a part only', async () => {
  const apps = [{ id: 'app', pace: null, users: ['other'], listedOnly: ['/me/playlists', '/playlists/**'] }];
  const { ask } = await here(world('', { apps }));
  const refused = '403 User not registered in the Developer Dashboard';
  expect(said(await ask('GET', '/me'))).toBe('200');
  expect(said(await ask('GET', '/me/playlists'))).toBe(refused);
  expect(said(await ask('GET', items))).toBe(refused);
});

test('lists five users and no sixth', async () => {
  const users = [...'abcde'];
  const file = (dialect: string, listed: string[]) =>
    world('', { apps: [{ id: 'app', pace: null, dialect, users: listed }] });
  expect(() => decodeWorld(file('development', [...users, 'f']))).toThrow(/more than 5/);
  expect(decodeWorld(file('extended', [...users, 'f'])).apps.size).toBe(1);
  const { ask, sleep, world: there } = await here(file('development', users));
  const happen = (user: string, listed: boolean) =>
    there.happenings.push({ kind: 'allow-list', at: '2026-11-22T03:00:01Z', app: 'app', user, listed });
  happen('owner', true);
  await sleep(2);
  expect((await ask('GET', '/me')).status).toBe(403);
  happen('a', false);
  happen('owner', true);
  await sleep(2);
  expect((await ask('GET', '/me')).status).toBe(200);
  expect(there.apps.get('app')?.users).toEqual([...'bcde', 'owner']);
});

test('shows of a user no removed field', async () => {
  const { ask } = await here();
  expect(Object.keys((await ask('GET', '/me')).body as object).sort()).toEqual(
    'account_id display_name external_urls href id images type uri'.split(' '),
  );
});

const library = (kind: string) => `/me/library?uris=spotify:${kind}:${id('a')}`;
const secret = { public: false };

test.each<[scope: string, method: string, path: string, body?: unknown, playlist?: object]>([
  ['playlist-read-private', 'GET', '/me/playlists'],
  ['playlist-read-private', 'GET', items],
  ['playlist-read-collaborative', 'GET', items, undefined, { ...secret, collaborative: true }],
  ['playlist-modify-public', 'POST', items, { uris: uris('a') }],
  ['playlist-modify-private', 'POST', items, { uris: uris('a') }, secret],
  ['playlist-modify-public', 'PUT', items, { uris: [] }],
  ['playlist-modify-private', 'DELETE', items, { items: [{ uri: uris('a')[0] }] }, secret],
  ['playlist-modify-public', 'PUT', `/playlists/${list}`, { name: 'x' }],
  ['playlist-modify-private', 'PUT', `/playlists/${list}`, { public: false }],
  ['playlist-modify-public', 'POST', '/me/playlists', { name: 'x' }],
  ['playlist-modify-private', 'POST', '/me/playlists', { name: 'x', public: false }],
  ['user-library-read', 'GET', '/me/tracks'],
  ['user-library-read', 'GET', '/me/albums'],
  ['user-top-read', 'GET', '/me/top/tracks'],
  ['user-follow-read', 'GET', '/me/following?type=artist'],
  ['user-read-recently-played', 'GET', '/me/player/recently-played'],
  ['user-library-modify', 'PUT', library('track')],
  ['user-follow-modify', 'PUT', `/me/library?uris=spotify:artist:${id('Ann')}`],
  ['playlist-modify-public', 'DELETE', library('playlist')],
  ['playlist-modify-public', 'DELETE', `/me/library?uris=spotify:playlist:${list}`, undefined, secret],
  ['playlist-modify-private', 'DELETE', `/me/library?uris=spotify:playlist:${list}`, undefined, secret],
  ['user-follow-read', 'GET', `/me/library/contains?uris=spotify:artist:${id('a')}`],
  ['user-library-read', 'GET', `/me/library/contains?uris=spotify:track:${id('a')}`],
])('asks for %s before %s %s', async (scope, method, path, body, playlist = {}) => {
  const without = allScopes.filter((one) => one !== scope);
  const file = world('ab', {}, playlist);
  const allowed = await here(file);
  expect([200, 201]).toContain((await allowed.ask(method, path, body)).status);
  const { ask } = await here({ ...file, users: [owner({}, without)] });
  expect(said(await ask(method, path, body))).toBe('403 Insufficient client scope');
});

test('answers 401 to a cover without its scope', async () => {
  const { ask } = await here(world('', { users: [owner({}, ['playlist-modify-public'])] }));
  expect((await ask('PUT', `/playlists/${list}/images`, '/9j/', { 'content-type': 'image/jpeg' })).status).toBe(401);
});

test('leaves the contents out of a list without the scope to read them', async () => {
  const { ask } = await here(world('a', { users: [owner({}, [])] }));
  expect((await ask('GET', `/playlists/${list}`)).body).not.toHaveProperty('items');
});

test.each([
  'GET /playlists/x/tracks',
  'POST /playlists/x/tracks',
  'PUT /playlists/x/tracks',
  'DELETE /playlists/x/tracks',
  'POST /users/x/playlists',
  'GET /users/x/playlists',
  'GET /users/x',
  'PUT /me/tracks',
  'DELETE /me/tracks',
  'PUT /me/albums',
  'PUT /me/following',
  'DELETE /playlists/x/followers',
  'GET /me/tracks/contains',
  'GET /me/following/contains',
  'GET /playlists/x/followers/contains',
  'GET /tracks?ids=a',
  'GET /albums?ids=a',
  'GET /artists?ids=a',
  'GET /episodes?ids=a',
  'GET /artists/x/top-tracks',
  'GET /browse/new-releases',
  'GET /browse/categories',
  'GET /browse/categories/x',
  'GET /markets',
])('forbids what was removed: %s', async (request) => {
  const { ask } = await here();
  const [method = '', path = ''] = request.split(' ');
  const answer = await ask(method, path);
  expect(answer.status).toBe(403);
  expect(answer.body).toEqual({ error: { status: 403, message: 'Forbidden' } });
});

test.each([
  '/recommendations',
  '/audio-features/x',
  '/artists/x/related-artists',
  '/browse/featured-playlists',
  '/nothing',
])('does not know %s', async (path) => {
  const { ask } = await here();
  expect((await ask('GET', path)).status).toBe(404);
});
