import { expect, test } from 'vitest';
import { here, id, list, said, uri, world } from './here.ts';

const [ann, guest] = [id('Ann'), id('Guest')];
const release = (letter: string, releaseDate: string, more: object = {}) => ({
  id: id(letter),
  name: `Album ${letter}`,
  artists: [ann],
  releaseDate,
  tracks: [],
  ...more,
});

const catalogue = {
  artists: [
    { id: ann, name: 'Ann Åström', genres: ['jazz'] },
    { id: guest, name: 'Guest' },
  ],
  albums: [
    release('A', '2026-11-20', { tracks: [id('a'), id('s'), id('x')], upc: '123', popularity: 3 }),
    release('B', '2024-03-01', { kind: 'single', tracks: [id('b')] }),
    release('C', '2019', { precision: 'year' }),
    release('D', '2025-01-01', { kind: 'single' }),
    release('E', '2027-01-01', { unreleased: true, tracks: [id('e')] }),
    release('F', '2010-01-01', { kind: 'compilation', artists: [guest], tracks: [id('f')] }),
  ],
  tracks: [
    { id: id('a'), name: 'Rain at Night', artists: [ann], album: id('A'), isrc: 'QZAAA2600001', explicit: true },
    { id: id('b'), name: 'Rain', artists: [ann], album: id('B') },
    { id: id('e'), name: 'Rain to Come', artists: [ann], album: id('E') },
    { id: id('f'), name: '夜の雨', artists: [ann, guest], album: id('F') },
    { id: id('s'), name: 'Old Id', artists: [ann], album: id('A'), relinks: { DE: id('t') } },
    { id: id('t'), name: 'New Id', artists: [ann], album: id('B') },
    { id: id('x'), name: 'Rain Gone', artists: [ann], album: id('A'), dead: true },
  ],
};
const file = world('', catalogue);

type Page = { items: { id: string; name: string }[]; total: number; next: string | null };
const names = (body: unknown): string => (body as Page).items.map(({ name }) => name.at(-1)).join('');

test('lists albums newest first within a group, not across groups, and only what is out', async () => {
  const { ask } = await here(file);
  expect(names((await ask('GET', `/artists/${ann}/albums?limit=10`)).body)).toBe('ACDBF');
  expect(names((await ask('GET', `/artists/${ann}/albums?limit=10&include_groups=single,album`)).body)).toBe('ACDB');
  expect(names((await ask('GET', `/artists/${ann}/albums?include_groups=appears_on`)).body)).toBe('F');
  expect(names((await ask('GET', `/artists/${guest}/albums?include_groups=compilation`)).body)).toBe('F');
});

test.each([
  ['limit=11', '400 Invalid limit'],
  ['include_groups=remix', '400 Invalid include_groups'],
])('refuses albums with %s', async (query, answer) => {
  const { ask } = await here(file);
  expect(said(await ask('GET', `/artists/${ann}/albums?${query}`))).toBe(answer);
});

test('gives five albums when not told', async () => {
  const { ask } = await here(file);
  expect((await ask('GET', `/artists/${ann}/albums`)).body).toMatchObject({ limit: 5 });
});

test('tells a total that is wrong with include_groups: too many for some artists, too few for others', async () => {
  const artists = Array.from({ length: 12 }, (_, at) => ({ id: id(`artist${at}x`), name: 'A' }));
  const albums = artists.flatMap(({ id: by }, at) =>
    ['album', 'album', 'single'].map((kind, place) => release(`${at}y${place}`, '2020-01-01', { kind, artists: [by] })),
  );
  const { ask } = await here(world('', { artists, albums }));
  const totals = artists.map(async ({ id: by }) => {
    const { total, items } = (await ask('GET', `/artists/${by}/albums?include_groups=album`)).body as Page;
    return total - items.length;
  });
  expect(new Set(await Promise.all(totals))).toEqual(new Set([-1, 1]));
});

test('shows an album with its tracks, which have no ISRC and no album', async () => {
  const { ask } = await here(file);
  const { body } = await ask('GET', `/albums/${id('A')}`);
  expect(body).toMatchObject({
    external_ids: { upc: '123' },
    genres: [],
    release_date_precision: 'day',
    total_tracks: 3,
  });
  for (const removed of ['label', 'popularity', 'available_markets', 'album_group'])
    expect(body).not.toHaveProperty(removed);
  const { tracks } = body as { tracks: Page };
  expect(tracks.items.map((track) => track.id)).toEqual([id('a'), id('t')]);
  expect(tracks.items[0]).not.toHaveProperty('external_ids');
  expect(tracks.items[0]).not.toHaveProperty('album');
  expect((await ask('GET', `/albums/${id('A')}/tracks?limit=1&offset=1`)).body).toMatchObject({
    items: [{ id: id('t') }],
    total: 2,
  });
});

test.each<[sentence: string, path: string, answer: string]>([
  ['an album that is not out', `/albums/${id('E')}`, '404 Resource not found'],
  ['a track that is not out', `/tracks/${id('e')}`, '404 Resource not found'],
  ['a dead track', `/tracks/${id('x')}`, '404 Resource not found'],
  ['an unknown artist', `/artists/${id('none')}`, '404 Resource not found'],
  ['an id that is none', '/tracks/abc', '400 Invalid base62 id'],
  ['51 tracks of an album', `/albums/${id('A')}/tracks?limit=51`, '400 Invalid limit'],
  ['an unknown episode', `/episodes/${id('none')}`, '404 Resource not found'],
])('refuses %s', async (_, path, answer) => {
  const { ask } = await here(file);
  expect(said(await ask('GET', path))).toBe(answer);
});

test('shows a track with its ISRC and none of the removed fields', async () => {
  const { ask } = await here(file);
  const { body } = await ask('GET', `/tracks/${id('a')}`);
  expect(body).toMatchObject({
    uri: uri('a'),
    external_ids: { isrc: 'QZAAA2600001' },
    explicit: true,
    album: { id: id('A') },
  });
  for (const removed of ['popularity', 'available_markets', 'linked_from']) expect(body).not.toHaveProperty(removed);
});

test('shows a relinked track under the id of the market', async () => {
  const { ask } = await here(file);
  expect((await ask('GET', `/tracks/${id('s')}`)).body).toMatchObject({ id: id('t'), name: 'New Id' });
});

test('shows an artist without followers and popularity, and some without genres', async () => {
  const artists = Array.from({ length: 12 }, (_, at) => ({ id: id(`artist${at}x`), name: 'A' }));
  const { ask } = await here(world('', { artists }));
  const shown = await Promise.all(
    artists.map(async (artist) => (await ask('GET', `/artists/${artist.id}`)).body as object),
  );
  expect(new Set(shown.map((artist) => 'genres' in artist))).toEqual(new Set([true, false]));
  expect(shown.some((artist) => 'followers' in artist || 'popularity' in artist)).toBe(false);
});

test('shows shows and episodes', async () => {
  const { ask } = await here(file);
  expect((await ask('GET', `/shows/${id('show')}/episodes`)).body).toMatchObject({
    total: 1,
    items: [{ id: id('talk') }],
  });
  expect((await ask('GET', `/episodes/${id('talk')}`)).body).toMatchObject({ show: { name: 'Talk' } });
});

const ids = async (query: string, type = 'track'): Promise<string> => {
  const { ask } = await here(file);
  const answer = await ask('GET', `/search?${new URLSearchParams({ q: query, type, limit: '10' })}`);
  const { items } = (answer.body as Record<string, Page>)[`${type}s`] as Page;
  return items
    .map((found) => found.id[0])
    .sort()
    .join('');
};

test.each<[query: string, type: string, found: string]>([
  ['rain', 'track', 'ab'],
  ['RAIN night', 'track', 'a'],
  ['rain astrom', 'track', 'ab'],
  ['夜の雨', 'track', 'f'],
  ['nothing such', 'track', ''],
  ['artist:guest', 'track', 'f'],
  ['artist:"ann åström" track:rain', 'track', 'ab'],
  ['album:A', 'track', 'at'],
  ['album:"Album A"', 'album', 'A'],
  ['isrc:qzaaa2600001', 'track', 'a'],
  ['isrc:QZAAA2600001', 'album', ''],
  ['upc:123', 'album', 'A'],
  ['upc:123', 'track', ''],
  ['year:2024-2025', 'album', 'BD'],
  ['year:2019', 'album', 'C'],
  ['year:2026', 'track', 'at'],
  ['genre:jazz', 'artist', 'A'],
  ['genre:jazz', 'album', ''],
  ['tag:new', 'album', 'A'],
  ['tag:new', 'track', ''],
  ['tag:hipster', 'album', 'A'],
  ['guest', 'artist', 'G'],
])('finds for %s as %s: %s', async (query, type, found) => {
  expect(await ids(query, type)).toBe(found);
});

test.each([
  ['q=&type=track', '400 No search query'],
  ['q=a', '400 Missing parameter type'],
  ['q=a&type=song', '400 Bad search type field song'],
  ['q=a&type=track&limit=11', '400 Invalid limit'],
  ['q=a&type=track&offset=1001', '400 Invalid offset'],
  ['q=a&type=track&limit=10&offset=991', '400 Invalid offset'],
])('refuses to search %s', async (query, answer) => {
  const { ask } = await here(file);
  expect(said(await ask('GET', `/search?${query}`))).toBe(answer);
});

test('gives five results of each kind when not told, with pages that fit together', async () => {
  const { ask } = await here(world());
  const page = async (query: string) =>
    ((await ask('GET', `/search?q=song&type=track,album&${query}`)).body as { tracks: Page }).tracks;
  const [first, second] = [await page(''), await page('offset=5')];
  expect([first.items.length, first.total]).toEqual([5, 25]);
  expect(new Set([...first.items, ...second.items].map((track) => track.id)).size).toBe(10);
});

test('orders equally good results anew every day', async () => {
  const { ask, sleep, signIn } = await here(world());
  const order = async () =>
    ((await ask('GET', '/search?q=song&type=track&limit=10')).body as { tracks: Page }).tracks.items.map(
      (track) => track.id,
    );
  const first = await order();
  await sleep(3000);
  expect(await order()).toEqual(first);
  await sleep(86_400);
  await signIn();
  expect(await order()).not.toEqual(first);
});

test('finds lists that are public', async () => {
  const { ask } = await here(file);
  expect((await ask('GET', '/search?q=list&type=playlist')).body).toMatchObject({
    playlists: { items: [{ id: list }] },
  });
});
