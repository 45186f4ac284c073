import { describe, expect, test } from 'vitest';
import type { AlbumId, ArtistId } from '../../../src/domain/ids.ts';
import { id, uri } from '../../simulator/here.ts';
import { letters, playlistId, refusal } from '../opened.ts';
import { head, page, told, track } from '../told.ts';

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
