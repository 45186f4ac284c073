import { describe, expect, test } from 'vitest';
import { type Facts, noFacts, type Size } from '../../src/domain/facts.ts';
import type { AlbumId, ArtistId, PlaylistId } from '../../src/domain/ids.ts';
import { type Need, needKey } from '../../src/domain/need.ts';
import type { Bucket } from '../../src/domain/portfolio.ts';
import { gather } from '../../src/gather/gather.ts';
import { priceOf } from '../../src/gather/price.ts';
import { opened, studio, track } from '../adapters/opened.ts';
import { only } from '../build/requests.ts';
import { id, list, owner, uri, world } from '../simulator/here.ts';
import { ann, release } from '../simulator/some-catalogue.ts';

const account = studio;
const numbered = (prefix: string, at: number): string => `${prefix}${at}`.padEnd(22, 'x');
const many = <T>(count: number, one: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => one(at));

/** 260 liked tracks, a playlist of 260, a search that finds 26, an artist with 45 releases, the first of 120 tracks. */
const file = world('', {
  users: [owner({ savedTracks: many(260, () => ({ id: id('a'), addedAt: '2026-11-01T00:00:00Z' })) })],
  playlists: [{ id: list, owner: 'owner', name: 'List', rows: many(260, () => ({ uri: uri('b') })) }],
  artists: [{ id: ann, name: 'Ann' }],
  albums: many(45, (at) => ({
    ...release('A', `2020-01-${String(1 + (at % 28)).padStart(2, '0')}`),
    ...{ id: numbered('album', at), tracks: at === 0 ? many(120, (nth) => numbered('of', nth)) : [] },
  })),
  tracks: [
    ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({ id: id(letter), name: `Song ${letter}`, artists: [ann] })),
    ...many(120, (nth) => ({ id: numbered('of', nth), name: 'Of', artists: [ann], album: numbered('album', 0) })),
  ],
});

const liked: Need = { account, kind: 'liked', most: null };
const discography: Need = { account, kind: 'discography', artist: ann as ArtistId, groups: ['album', 'single'] };
const other: Need = { ...discography, groups: ['compilation'] };

async function read(budget: readonly [Bucket, number], needs: readonly Need[], facts: Facts = noFacts) {
  const there = await opened(file, {}, only(...budget));
  const gathered = await gather({
    resolve: (now) => ({ needs: needs.filter((need) => !(needKey(need) in now.answers)), wishes: [] }),
    facts,
    readers: new Map([[account, there.read]]),
    room: there.room,
    say: () => undefined,
  });
  const states = needs.map((need) => gathered.facts.answers[needKey(need)]?.answer.state);
  return { ...gathered, states, asked: there.asked().length };
}

const exactly = (requests: number): Size => ({ least: requests, counted: requests });

describe('a list whose rest does not fit is put off whole after its first page, and its size is kept', () => {
  test.for<readonly [Bucket, number, Need]>([
    ['library', 6, liked],
    ['library', 3, { account, kind: 'liked', most: 150 }],
    ['playlist_reads', 5, { account, kind: 'playlist', id: list as PlaylistId }],
    ['search', 3, { account, kind: 'search', query: 'Song', most: 100 }],
    ['search', 2, { account, kind: 'search', query: 'Song', most: 20 }],
    ['albums', 3, { account, kind: 'album', id: numbered('album', 0) as AlbumId }],
  ])('%s, %i requests', async ([bucket, requests, need]) => {
    const short = await read([bucket, requests - 1], [need]);
    expect([short.states, short.asked, short.putOff]).toEqual([[undefined], 1, [need]]);
    expect(short.short).toEqual([{ account, bucket, need, size: exactly(requests) }]);
    expect(short.facts.sizes).toEqual({ [needKey(need)]: exactly(requests) });
    expect(priceOf(need, short.facts.sizes)[bucket]).toBe(requests);
    const enough = await read([bucket, requests], [need], short.facts);
    expect([enough.states, enough.asked, enough.facts.sizes]).toEqual([['whole'], requests, undefined]);
  });

  test('what the rest of the bucket holds is read', async () => {
    const top: Need = { account, kind: 'top', range: 'long' };
    const { states, asked } = await read(['library', 5], [liked, top]);
    expect([states, asked]).toEqual([[undefined, 'whole'], 2]);
  });
});

describe('a discography', () => {
  test('that the budget ends is not begun again where there is no more room, and leaves it to others', async () => {
    const first = await read(['artist_albums', 3], [discography, other]);
    expect([first.states, first.asked]).toEqual([[undefined, undefined], 3]);
    expect(first.facts.sizes?.[needKey(discography)]).toEqual({ least: 4, counted: 5 });
    const second = await read(['artist_albums', 3], [discography, other], first.facts);
    expect([second.states, second.asked]).toEqual([[undefined, 'whole'], 3]);
    const third = await read(['artist_albums', 5], [discography, other], second.facts);
    expect([third.states, third.asked, third.facts.sizes]).toEqual([['whole', 'whole'], 5, undefined]);
  });

  test('is known to take more each time that it was not read to its end', async () => {
    const { facts } = await read(['artist_albums', 3], [discography]);
    const more = await read(['artist_albums', 4], [discography], facts);
    expect(more.facts.sizes?.[needKey(discography)]).toEqual({ least: 5, counted: 5 });
  });
});

test('one request that has no room says nothing of a size', async () => {
  const { short, facts } = await read(['tracks', 0], [{ account, kind: 'track', uri: track('a') }]);
  expect([short.map(({ size }) => size), facts.sizes]).toEqual([[undefined], undefined]);
});
