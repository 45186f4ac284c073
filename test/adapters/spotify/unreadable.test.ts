import { expect, test } from 'vitest';
import type { AlbumId, ArtistId } from '../../../src/domain/ids.ts';
import { id } from '../../simulator/here.ts';
import { playlistId, refusal } from '../opened.ts';
import { head, page, told } from '../told.ts';

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
