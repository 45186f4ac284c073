import { expect, test } from 'vitest';
import { found, here, id, list, owner, said, uri, world } from './here.ts';

const named = (count: number) => Array.from({ length: count }, (_, at) => uri('abcdefgh'[at % 8] ?? '')).join(',');

test.each([
  ['40 uris', 'PUT', `/me/library?uris=${named(40)}`, undefined, '200'],
  ['41 uris', 'PUT', `/me/library?uris=${named(41)}`, undefined, '400 Too many uris'],
  ['uris in a body', 'PUT', '/me/library', { uris: [uri('a')] }, '400 Missing required field: uris'],
  ['a track that is not there', 'PUT', `/me/library?uris=${uri('a')},${uri('x')}`, undefined, '404 Resource not found'],
  [
    'a list that is not there',
    'PUT',
    `/me/library?uris=spotify:playlist:${id('no')}`,
    undefined,
    '404 Resource not found',
  ],
  ['a track that is not there, let go', 'DELETE', `/me/library?uris=${uri('x')}`, undefined, '200'],
  ['bare ids', 'PUT', `/me/library?uris=${id('a')}`, undefined, `400 Invalid uri: ${id('a')}`],
  ['no uris', 'DELETE', '/me/library', undefined, '400 Missing required field: uris'],
  ['41 uris to look up', 'GET', `/me/library/contains?uris=${named(41)}`, undefined, '400 Too many uris'],
])('answers to %s by %s', async (_, method, path, body, answer) => {
  const { ask } = await here();
  expect(said(await ask(method, path, body))).toBe(answer);
});

test('saves, knows and forgets', async () => {
  const { ask, world: there } = await here();
  const two = `uris=${uri('a')},spotify:artist:${id('Ann')}`;
  await ask('PUT', `/me/library?${two}`);
  expect((await ask('GET', `/me/library/contains?${two},${uri('b')}`)).body).toEqual([true, true, false]);
  expect(found(there.users.get('owner')).savedTracks).toEqual([{ id: id('a'), addedAt: '2026-11-22T03:00:00Z' }]);
  await ask('DELETE', `/me/library?${two}`);
  expect((await ask('GET', `/me/library/contains?${two}`)).body).toEqual([false, false]);
});

test('deletes a playlist by letting it go: out of the listing, still there', async () => {
  const { ask } = await here();
  await ask('DELETE', `/me/library?uris=spotify:playlist:${list}`);
  expect((await ask('GET', '/me/playlists')).body).toMatchObject({ total: 0 });
  expect((await ask('GET', `/playlists/${list}`)).status).toBe(200);
});

const saved = (letters: string) => [...letters].map((letter) => ({ id: id(letter), addedAt: '2026-01-01T00:00:00Z' }));

test('lists saved tracks under the key track, relinked, with null for what is gone', async () => {
  const { ask } = await here(world('', { users: [owner({ savedTracks: saved('asx') })] }));
  const { body } = await ask('GET', '/me/tracks');
  expect(body).toMatchObject({
    total: 3,
    items: [{ track: { id: id('a') } }, { track: { id: id('t') } }, { track: null }],
  });
  expect(said(await ask('GET', '/me/tracks?limit=51'))).toBe('400 Invalid limit');
});

test('pages through followed artists by cursor', async () => {
  const followedArtists = Array.from({ length: 60 }, (_, at) => id(`f${at}x`));
  const { ask } = await here(world('', { users: [owner({ followedArtists })] }));
  type Followed = {
    artists: { items: { id: string }[]; cursors: { after: string | null }; next: string | null; total: number };
  };
  const first = ((await ask('GET', '/me/following?type=artist&limit=50')).body as Followed).artists;
  expect([first.items.length, first.total, first.cursors.after]).toEqual([50, 60, followedArtists[49]]);
  const second = (
    (await ask('GET', `/me/following?type=artist&limit=50&after=${first.cursors.after}`)).body as Followed
  ).artists;
  expect([second.items.length, second.cursors.after, second.next]).toEqual([10, null, null]);
  expect(said(await ask('GET', '/me/following'))).toBe('400 Missing or invalid type');
});

test('knows the top 50 of a range and no more', async () => {
  const long_term = Array.from({ length: 60 }, () => id('a'));
  const { ask } = await here(world('', { users: [owner({ topTracks: { long_term, short_term: [id('b')] } })] }));
  expect((await ask('GET', '/me/top/tracks?time_range=long_term&limit=50')).body).toMatchObject({
    total: 50,
    next: null,
  });
  expect((await ask('GET', '/me/top/tracks?time_range=short_term')).body).toMatchObject({ items: [{ id: id('b') }] });
  expect((await ask('GET', '/me/top/tracks')).body).toMatchObject({ total: 0 });
  expect(said(await ask('GET', '/me/top/tracks?time_range=ever'))).toBe('400 Invalid time_range');
  expect((await ask('GET', '/me/top/artists')).body).toMatchObject({ total: 0 });
});

test('reaches the last 50 plays only', async () => {
  const recentlyPlayed = Array.from({ length: 60 }, (_, at) => ({
    id: id('a'),
    playedAt: new Date(Date.UTC(2026, 10, 22, 2, 59 - at)).toISOString(),
  }));
  const { ask } = await here(world('', { users: [owner({ recentlyPlayed })] }));
  type Plays = { items: unknown[]; next: string | null; cursors: { before: string } };
  const first = (await ask('GET', '/me/player/recently-played?limit=30')).body as Plays;
  expect([first.items.length, first.cursors.before]).toEqual([30, `${Date.UTC(2026, 10, 22, 2, 30)}`]);
  const second = (await ask('GET', `/me/player/recently-played?limit=50&before=${first.cursors.before}`)).body as Plays;
  expect([second.items.length, second.next]).toEqual([20, null]);
  expect((await ask('GET', '/me/player/recently-played?after=1&before=2')).status).toBe(400);
});
