import { expect, test } from 'vitest';
import { here, id, said, uri, world } from './here.ts';
import { ann, catalogue, guest, release } from './some-catalogue.ts';

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
