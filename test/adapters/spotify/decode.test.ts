import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AlbumId, ArtistId } from '../../../src/domain/ids.ts';
import { id, list, uri } from '../../simulator/here.ts';
import { letters, opened, playlistId, refusal } from '../opened.ts';

/** The adapter, on a Spotify that answers everything with this. */
async function told(body: unknown) {
  const server = createServer((_, response) => response.end(typeof body === 'string' ? body : JSON.stringify(body)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return opened(undefined, { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` });
}

const head = { id: list, owner: { id: 'owner' }, snapshot_id: 'AAAA' };
const page = (items: readonly unknown[], more: object = {}) => ({ total: items.length, next: null, items, ...more });
const track = (letter: string) => ({ uri: uri(letter), name: `Song ${letter}` });

describe('rows', () => {
  test.each([
    ['of the development dialect', [{ item: track('a') }], 'a'],
    ['of the extended dialect', [{ track: track('a') }], 'a'],
    ['with both keys, of which `item` holds', [{ item: track('a'), track: track('b') }], 'a'],
    [
      'with a legacy boolean beside the item',
      [{ item: { ...track('a'), track: true, episode: false }, track: true }],
      'a',
    ],
    [
      'that Spotify no longer has, and gone ones',
      [{ item: null }, { track: null }, null, { item: track('a') }],
      '---a',
    ],
    ['whose item is of a kind that nobody knows yet', [{ item: { uri: 'spotify:chapter:x' } }], '-'],
    ['of which little is said', [{ item: { uri: uri('a'), artists: null, album: null, external_ids: null } }], 'a'],
    [
      'with artists that have no id',
      [{ item: { ...track('a'), artists: [{ name: 'Ann' }, null, { id: null }] } }],
      'a',
    ],
    ['with fields that are new', [{ item: { ...track('a'), mood: 'dark' }, loved: true }], 'a'],
  ])('%s are read', async (_, rows, read) => {
    const { read: spotify } = await told({ ...head, items: page(rows) });
    expect(letters((await spotify.playlist(playlistId)).page?.rows ?? [])).toBe(read);
  });

  test.each([
    ['that are counted but not shown', page([], { total: 3 })],
    ['without their items', page([{ added_at: null }])],
    ['with nothing but a legacy boolean', page([{ track: true }])],
    ['whose item has no URI', page([{ item: { name: 'Song' } }])],
    ['that are no list', { total: 1, items: {} }],
    ['whose length is a number as text', page([{ item: { ...track('a'), duration_ms: '200' } }])],
  ])('%s are refused: they would read as an empty playlist, or a wrong one', async (_, items) => {
    const { read } = await told({ ...head, items });
    expect((await refusal(read.playlist(playlistId))).code).toBe('spotify/bad-answer');
  });

  test.each([
    ['null ends them', { next: null, total: 3 }, null],
    ['an address goes on', { next: 'https://…', total: 3 }, 2],
    ['nothing said, and more are counted', { next: undefined, total: 3 }, 2],
    ['nothing said, and all are there', { next: undefined, total: 2 }, null],
  ])('go on as `next` says: %s', async (_, more, next) => {
    const { read } = await told({ ...head, items: page([{ item: track('a') }, { item: null }], more) });
    expect((await read.playlist(playlistId)).page?.next).toBe(next);
  });
});

test.each(['', 'null', '[]', '<html></html>', '{"items":{}}'])('an answer that is %j is refused', async (body) => {
  const { read } = await told(body);
  expect((await refusal(read.playlist(playlistId))).code).toBe('spotify/bad-answer');
});

test.each([
  [null, ''],
  ['null', ''],
  ['Tom &amp; Jerry &#x27;n&#39; &lt;3 &unknown; &#x110000;', "Tom & Jerry 'n' <3 &unknown; &#x110000;"],
])('a description that reads %j is %j', async (description, text) => {
  const { read } = await told({ ...head, description });
  expect((await read.playlist(playlistId)).details.description).toBe(text);
});

test('names are taken for escaped too, once', async () => {
  const named = { ...head, name: 'AT&amp;amp;T' };
  expect((await (await told(named)).read.playlist(playlistId)).details.name).toBe('AT&amp;T');
  expect((await (await told(page([named]))).read.listing(0)).rows[0]?.name).toBe('AT&amp;T');
});

test('what is listed without a name or an id does not stand in the way of the rest', async () => {
  const blend = { name: null, snapshot_id: 'B', owner: null };
  const { read } = await told(page([null, blend, { ...head, name: 'List', tracks: { total: 3 } }]));
  expect((await read.listing(0)).rows.map(({ name }) => name)).toEqual(['List']);
});

test('dates are as exact as they are told, and unknown ones are unknown', async () => {
  const albums = ['2026-11-20', '2026-11', '2026', '0000', 'soon', null].map((release_date, at) => ({
    id: id(`Album${at}`),
    name: 'A',
    release_date,
  }));
  const { read } = await told(page([...albums, null]));
  const { rows } = await read.discography(id('Ann') as ArtistId, ['album'], 0);
  expect(rows.map(({ released }) => released)).toEqual(['2026-11-20', '2026-11', '2026', null, null, null]);
});

test('a discography ends at a short page, whatever it says', async () => {
  const albums = (count: number) => Array.from({ length: count }, (_, at) => ({ id: id(`Album${at}`) }));
  const ends = async (count: number, more: object) =>
    (await (await told(page(albums(count), more))).read.discography(id('Ann') as ArtistId, ['album'], 0)).next;
  expect([await ends(9, { next: 'https://…' }), await ends(10, { next: null, total: 10 })]).toEqual([null, 10]);
});

test('what is liked most has one page', async () => {
  const { read } = await told(page([track('a')], { next: 'https://…', total: 9 }));
  expect((await read.top('short')).next).toBeNull();
});

test('tracks of an album stand in it, though they do not say so', async () => {
  const { read } = await told({ id: id('Album'), name: 'A', tracks: page([track('a'), null]) });
  const { rows, items } = await read.album(id('Album') as AlbumId);
  expect(rows).toEqual([uri('a')]);
  expect(items).toMatchObject({ [uri('a')]: { album: id('Album'), isrc: null } });
});

type Reader = Awaited<ReturnType<typeof told>>['read'];
const album = id('Album') as AlbumId;
const artist = id('Ann') as ArtistId;
/** Every list, as it is asked for from its beginning and from 50 on, and its page inside the answer. */
const lists: readonly (readonly [
  string,
  (read: Reader, offset: 0 | 50) => Promise<unknown>,
  (page: object) => object,
])[] = [
  ['the listing', (read, offset) => read.listing(offset), (page) => page],
  ['rows', (read, offset) => read.rows(playlistId, offset), (page) => page],
  ['liked tracks', (read, offset) => read.liked(offset), (page) => page],
  ['a search', (read, offset) => read.search('q', offset), (tracks) => ({ tracks })],
  ['tracks of an album', (read, offset) => read.albumTracks(album, offset), (page) => page],
];
const firsts: typeof lists = [
  ...lists,
  ['the head of a playlist', (read) => read.playlist(playlistId), (items) => ({ ...head, items })],
  ['what is liked most', (read) => read.top('long'), (page) => page],
  ['followed artists', (read) => read.followed(null), (artists) => ({ artists })],
  ['an album', (read) => read.album(album), (tracks) => ({ id: id('Album'), tracks })],
];

test.each(firsts)('%s that count entries and show none are refused', async (_, ask, around) => {
  const { read } = await told(around(page([], { total: 3 })));
  expect((await refusal(ask(read, 0))).code).toBe('spotify/bad-answer');
});

test.each(lists)('%s that count more entries than came before, and show none, are refused', async (_, ask, around) => {
  const { read } = await told(around(page([], { total: 51 })));
  expect((await refusal(ask(read, 50))).code).toBe('spotify/bad-answer');
  const ended = await told(around(page([], { total: 50 })));
  expect(await ask(ended.read, 50)).toMatchObject({ rows: [], next: null });
});

const odd = { uri: 'spotify:chapter:x', name: 'A' };
const unreadable: readonly (readonly [string, (read: Reader) => Promise<unknown>, (page: object) => object, object])[] =
  [
    ['the listing', (read) => read.listing(0), (page) => page, { name: 'List' }],
    ['liked tracks', (read) => read.liked(0), (page) => page, { track: odd }],
    ['a search', (read) => read.search('q', 0), (tracks) => ({ tracks }), odd],
    ['what is liked most', (read) => read.top('long'), (page) => page, odd],
    ['an album', (read) => read.album(album), (tracks) => ({ id: id('Album'), tracks }), odd],
    ['tracks of an album', (read) => read.albumTracks(album, 0), (page) => page, odd],
    ['a discography', (read) => read.discography(artist, ['album'], 0), (page) => page, { name: 'A' }],
  ];

test.each(unreadable)(
  '%s of which nothing can be read are refused, while gone entries are none',
  async (_, ask, around, entry) => {
    const { read } = await told(around(page([entry, null])));
    expect((await refusal(ask(read))).code).toBe('spotify/bad-answer');
    const gone = await told(around(page([null])));
    expect(await ask(gone.read)).toMatchObject({ rows: [], entries: 1 });
  },
);

test('followed artists go on at the cursor, and where none is told at the last of them', async () => {
  const after = async (more: object) => {
    const artists = page([{ id: id('Ann') }, null], { total: 9, ...more });
    return (await (await told({ artists })).read.followed(null)).after;
  };
  expect(await after({ next: 'https://…', cursors: { after: id('Bo') } })).toBe(id('Bo'));
  expect(await after({ next: 'https://…' })).toBe(id('Ann'));
  expect(await after({ next: null, cursors: { after: null } })).toBeNull();
});

test('no more is counted than can be reached', async () => {
  const most = await told(page([track('a')], { total: 99 }));
  expect((await most.read.top('long')).total).toBe(50);
  const search = await told({ tracks: page([track('a')], { total: 4000 }) });
  expect((await search.read.search('q', 990)).total).toBe(1000);
});
