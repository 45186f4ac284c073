import { expect, test } from 'vitest';
import { found, here, id, items, list, said, uri, uris, world } from './here.ts';
import { ann, catalogue } from './some-catalogue.ts';

const apps = [{ id: 'app', pace: null, dialect: 'extended' }];
const tracks = `/playlists/${list}/tracks`;
const extended = (rows = '', more: object = {}) => here(world(rows, { apps, ...more }));

test('gives 100 rows at the old address, under the old keys', async () => {
  const { ask } = await extended('a'.repeat(120));
  const { body } = await ask('GET', `${tracks}?limit=100`);
  const page = body as { items: { track: { uri: string; popularity: number } }[] };
  expect(page.items.length).toBe(100);
  expect(page.items[0]?.track).toMatchObject({
    uri: uri('a'),
    popularity: expect.any(Number),
    available_markets: ['DE'],
  });
  expect((await ask('GET', `/playlists/${list}`)).body).toMatchObject({ tracks: { total: 120 } });
  expect((await ask('GET', '/me/playlists')).body).toMatchObject({ items: [{ tracks: { total: 120 } }] });
});

test('writes at the old address, and removes by the old key', async () => {
  const { ask, rows } = await extended('ab');
  await ask('POST', tracks, { uris: uris('c') });
  await ask('PUT', tracks, { range_start: 2, insert_before: 0 });
  expect(said(await ask('DELETE', tracks, { items: [{ uri: uri('a') }] }))).toBe('400 No uris provided');
  await ask('DELETE', tracks, { tracks: [{ uri: uri('a') }] });
  expect(rows()).toBe('cb');
  expect((await ask('GET', items)).status).toBe(200);
});

test('tells where a relinked track came from', async () => {
  const { ask } = await extended('s');
  expect((await ask('GET', `/tracks/${id('s')}`)).body).toMatchObject({ id: id('t'), linked_from: { id: id('s') } });
});

test('creates and lists lists of the user by name, and of nobody else', async () => {
  const { ask, world: there } = await extended();
  expect((await ask('POST', '/users/owner/playlists', { name: 'x' })).status).toBe(201);
  expect((await ask('GET', '/users/owner/playlists')).body).toMatchObject({ total: 2 });
  expect((await ask('POST', '/users/other/playlists', { name: 'x' })).status).toBe(403);
  await ask('DELETE', `/playlists/${list}/followers`);
  expect(found(there.users.get('owner')).playlists).not.toContain(list);
});

test('shows removed fields of users and artists, and many things at once', async () => {
  const { ask } = await extended('', catalogue);
  expect((await ask('GET', '/me')).body).toMatchObject({ country: 'DE', product: 'premium' });
  expect((await ask('GET', '/users/other')).body).toMatchObject({ id: 'other' });
  expect((await ask('GET', `/artists/${ann}`)).body).toMatchObject({ followers: { href: null }, genres: ['jazz'] });
  expect((await ask('GET', `/tracks?ids=${id('a')},${id('x')}`)).body).toMatchObject({
    tracks: [{ id: id('a') }, null],
  });
  expect((await ask('GET', `/albums?ids=${id('E')},${id('A')}`)).body).toMatchObject({
    albums: [null, { id: id('A') }],
  });
  expect((await ask('GET', `/artists?ids=${ann}`)).body).toMatchObject({ artists: [{ id: ann }] });
  expect((await ask('GET', `/artists/${ann}/top-tracks`)).body).toMatchObject({
    tracks: [{ id: id('a') }, {}, {}, {}],
  });
  expect((await ask('GET', '/browse/new-releases?limit=1')).body).toMatchObject({
    albums: { items: [{ id: id('A') }] },
  });
  expect((await ask('GET', '/search?q=rain&type=track&limit=50')).status).toBe(200);
});

test('saves by bare ids', async () => {
  const { ask } = await extended();
  await ask('PUT', '/me/tracks', { ids: [id('a')] });
  await ask('PUT', `/me/following?type=artist&ids=${id('Ann')}`);
  expect((await ask('GET', `/me/tracks/contains?ids=${id('a')},${id('b')}`)).body).toEqual([true, false]);
  expect((await ask('GET', '/me/following')).status).toBe(400);
  await ask('DELETE', `/me/tracks?ids=${id('a')}`);
  expect((await ask('GET', `/me/tracks/contains?ids=${id('a')}`)).body).toEqual([false]);
});
