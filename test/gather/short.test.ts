import { describe, expect, test } from 'vitest';
import { noFacts } from '../../src/domain/facts.ts';
import type { AlbumId, ArtistId, PlaylistId } from '../../src/domain/ids.ts';
import { type Need, type NeedOf, needKey } from '../../src/domain/need.ts';
import { Catalogue } from '../../src/gather/catalogue.ts';
import { discography } from '../../src/gather/discography.ts';
import { gather } from '../../src/gather/gather.ts';
import type { ReadSpotify } from '../../src/ports.ts';
import { opened, studio } from '../adapters/opened.ts';
import { id, list, owner, world } from '../simulator/here.ts';
import { ann } from '../simulator/some-catalogue.ts';

const account = studio;
const ours: Need = { account, kind: 'playlist', id: list as PlaylistId };
const liked: NeedOf<'liked'> = { account, kind: 'liked', most: null };
const top: Need = { account, kind: 'top', range: 'long' };
const found: NeedOf<'search'> = { account, kind: 'search', query: 'Song', most: 25 };
const followed: Need = { account, kind: 'followed' };
const releases: NeedOf<'discography'> = { account, kind: 'discography', artist: ann as ArtistId, groups: ['single'] };
const album: Need = { account, kind: 'album', id: id('Long') as AlbumId };

const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => id(`${name}${at}x`));
const letters = [...'abcdefghijklmnopqrstuvw'];
const tracks = letters.map((letter) => ({ id: id(letter), name: `Song ${letter}`, artists: [ann] }));
const file = (faults: readonly object[]) =>
  world('ab'.repeat(80), {
    artists: [{ id: ann, name: 'Ann' }, ...many(60, 'Artist').map((one) => ({ id: one, name: one }))],
    tracks: [...tracks, ...many(60, 'Part').map((one) => ({ id: one, name: one, artists: [ann], album: id('Long') }))],
    albums: [
      { id: id('Long'), name: 'Long', artists: [ann], tracks: many(60, 'Part') },
      ...many(12, 'Single').map((one) => ({ id: one, name: one, kind: 'single', artists: [ann], tracks: [] })),
    ],
    users: [
      owner({
        savedTracks: Array.from({ length: 120 }, (_, at) => ({
          id: letters[at % 23]?.padEnd(22, '0'),
          addedAt: '2026-11-01T00:00:00Z',
        })),
        topTracks: { long_term: letters.map(id) },
        followedArtists: many(60, 'Artist'),
      }),
    ],
    faults,
  });

type Reader = Awaited<ReturnType<typeof opened>>;

async function read(
  need: Need,
  faults: readonly object[],
  change: (there: Reader) => Partial<ReadSpotify> = () => ({}),
) {
  const there = await opened(file(faults));
  const gathered = await gather({
    resolve: ({ answers }) => ({ needs: needKey(need) in answers ? [] : [need], wishes: [] }),
    facts: noFacts,
    readers: new Map([[studio, { ...there.read, ...change(there) }]]),
    room: there.room,
    say: () => undefined,
  });
  const answer = gathered.facts.answers[needKey(need)]?.answer;
  return { answer, asked: there.asked().length };
}

/** What is read, where the page is that comes short, and which of the requests there asks for it. */
const pages: readonly (readonly [string, Need, string, number])[] = [
  ['the rows with the head of a playlist', ours, '/playlists/*', 1],
  ['further rows of a playlist', ours, '/playlists/*/items', 2],
  ['liked tracks', liked, '/me/tracks', 1],
  ['liked tracks further on', liked, '/me/tracks', 3],
  ['what is liked most', top, '/me/top/tracks', 1],
  ['what a search finds', found, '/search', 1],
  ['what a search finds further on', found, '/search', 3],
  ['followed artists', followed, '/me/following', 1],
  ['followed artists further on', followed, '/me/following', 2],
  ['the tracks with an album', album, '/albums/*', 1],
  ['further tracks of an album', album, '/albums/*/tracks', 1],
];
const from = (nth: number): readonly number[] => Array.from({ length: 30 }, (_, at) => nth + at);

describe.each(pages)('%s', (_, need, path, nth) => {
  test.each([0, 1])('that come short once, showing %i, are asked for again', async (keeps) => {
    const { answer } = await read(need, [{ path, kind: 'short', keeps, nth: [nth] }]);
    expect(answer).toEqual((await read(need, [])).answer);
    expect(answer?.state).toBe('whole');
  });

  test.each([0, 1])('that always come short, showing %i, are a part', async (keeps) => {
    const { answer } = await read(need, [{ path, kind: 'short', keeps, nth: from(nth) }]);
    expect(answer?.state).toBe('part');
  });
});

test('what comes of a list that stays short is kept, and little is sent for it', async () => {
  const { answer, asked } = await read(liked, [{ path: '/me/tracks', kind: 'short', keeps: 19, nth: from(3) }]);
  expect(answer).toMatchObject({ found: { length: 119 }, because: 'it counts 120 entries and shows 119' });
  expect(asked).toBe(5);
});

describe('is whole all the same', () => {
  test('a list with entries that are gone: they count', async () => {
    const { answer } = await read(liked, [], ({ world }) => {
      world.tracks.delete(id('a'));
      return {};
    });
    expect(answer).toMatchObject({ state: 'whole', found: { length: 114 } });
  });

  test('as much of a list as was asked for', async () => {
    const { answer } = await read({ ...liked, most: 60 }, [
      { path: '/me/tracks', kind: 'short', keeps: 10, nth: from(2) },
    ]);
    expect(answer).toMatchObject({ state: 'whole', found: { length: 60 } });
  });

  test('a search that finds fewer on a later page', async () => {
    const { answer } = await read(found, [], ({ read: { search }, world }) => ({
      search: async (query, offset) => {
        if (offset > 0) for (const letter of 'qrstuvw') world.tracks.delete(id(letter));
        return search(query, offset);
      },
    }));
    expect(answer).toMatchObject({ state: 'whole', found: { length: 16 } });
  });
});

test('liked tracks of which one is taken out while they are read are a part: another one moved up unseen', async () => {
  const { answer } = await read(liked, [], ({ read: { liked: page }, world }) => ({
    liked: async (offset) => {
      if (offset === 50) world.users.get('owner')?.savedTracks.shift();
      return page(offset);
    },
  }));
  expect(answer).toMatchObject({ state: 'part', because: 'it changed while it was read' });
});

describe('followed artists', () => {
  test('whose pages hold only gone ones go on where the cursor says', async () => {
    const { answer, asked } = await read(followed, [], ({ read: { followed: page } }) => ({
      followed: async (after) => ({ ...(await page(after)), ...(after === null ? { rows: [] } : {}) }),
    }));
    expect([answer?.state, asked]).toEqual(['whole', 2]);
    expect(answer).toMatchObject({ found: { length: 10 } });
  });

  test('whose cursor leads back to where it was are a part, and are not read for ever', async () => {
    const { answer, asked } = await read(followed, [], ({ read: { followed: page } }) => ({
      followed: async () => {
        const read = await page(null);
        return { ...read, total: 500, next: 50 };
      },
    }));
    expect([answer?.state, asked]).toEqual(['part', 4]);
  });
});

describe('a discography', () => {
  const path = '/artists/*/albums';
  const singles = async () => (await read(releases, [])).answer;

  test('that shows none once is asked for again', async () => {
    const { answer, asked } = await read(releases, [{ path, kind: 'short', nth: [1] }]);
    expect(answer).toEqual(await singles());
    expect(asked).toBe(3);
  });

  test('that shows none of those it counts, of any group, is not read', async () => {
    const { answer, asked } = await read(releases, [{ path, kind: 'short' }]);
    expect(answer).toMatchObject({ state: 'part', found: null });
    expect(asked).toBe(3);
  });

  test('that shows none of those it counts is empty where there are others', async () => {
    const { answer, asked } = await read(releases, [{ path, kind: 'short', nth: [1, 2] }]);
    expect(answer).toEqual({ state: 'whole', found: [] });
    expect(asked).toBe(3);
  });

  test('that showed some is not empty', async () => {
    const there = await opened(file([{ path, kind: 'short', nth: [3, 4] }]));
    const catalogue = new Catalogue(noFacts);
    catalogue.answer(releases, await discography(releases, there.read, catalogue, false));
    await expect(discography(releases, there.read, catalogue, false)).rejects.toThrow('spotify/bad-answer');
  });

  test.each([
    ['once is read again', [2], 12],
    ['twice is believed', [2, 3], 1],
  ])('that lacks known releases %s', async (_, nth, count) => {
    const there = await opened(file([{ path, kind: 'short', keeps: 1, nth: nth.map((at) => at + 1) }]));
    const catalogue = new Catalogue(noFacts);
    catalogue.answer(releases, await discography(releases, there.read, catalogue, false));
    const again = await discography(releases, there.read, catalogue, false);
    expect(again).toMatchObject({ state: 'whole', found: { length: count } });
  });
});
