import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical.ts';
import { noFacts } from '../../src/domain/facts.ts';
import type { AlbumId, ArtistId, PlaylistId } from '../../src/domain/ids.ts';
import { type Need, needKey } from '../../src/domain/need.ts';
import { buckets, type Requests } from '../../src/domain/portfolio.ts';
import { gather } from '../../src/gather/gather.ts';
import { opened, studio, track } from '../adapters/opened.ts';
import { plenty } from '../build/requests.ts';
import { id, list, owner, uri, world } from '../simulator/here.ts';
import { ann, catalogue } from '../simulator/some-catalogue.ts';

const account = studio;
const needs: readonly Need[] = [
  { account, kind: 'playlist', id: list as PlaylistId },
  { account, kind: 'playlist', id: id('nowhere') as PlaylistId },
  { account, kind: 'liked', most: 3 },
  { account, kind: 'search', query: 'Rain', most: 20 },
  { account, kind: 'discography', artist: ann as ArtistId, groups: ['album', 'single'] },
  { account, kind: 'album', id: id('A') as AlbumId },
  { account, kind: 'album', id: id('B') as AlbumId },
  { account, kind: 'track', uri: track('a') },
  { account, kind: 'track', uri: track('s') },
  { account, kind: 'track', uri: track('x') },
];

const rows = ['a', 'b', 's', 'f', 'x'].map((letter) => ({ uri: uri(letter) }));
const file = world('', {
  ...catalogue,
  users: [owner({ savedTracks: [{ id: id('a'), addedAt: '2026-11-01T00:00:00Z' }] })],
  playlists: [{ id: list, owner: 'owner', rows }],
});

/** Reads these, of which the first `needed` are needed and the rest wished. */
async function read(asked: readonly Need[], needed = asked.length, given: Partial<Requests> = {}) {
  const there = await opened(file, {}, { ...plenty, ...given });
  const gathered = await gather({
    resolve: () => ({ needs: asked.slice(0, needed), wishes: asked.slice(needed) }),
    facts: noFacts,
    readers: new Map([[studio, there.read]]),
    room: there.room,
    say: () => undefined,
  });
  return { ...gathered, sent: there.sent() };
}

const anyOrder = fc.shuffledSubarray([...needs], { minLength: needs.length });

test('comes to the same facts in whatever order it reads', async () => {
  const expected = canonicalJson((await read(needs)).facts);
  await fc.assert(
    fc.asyncProperty(anyOrder, fc.nat(needs.length), async (asked, needed) => {
      expect(canonicalJson((await read(asked, needed)).facts)).toBe(expected);
    }),
    { numRuns: 25 },
  );
});

test('sends no more than the budget of any bucket, and answers or puts off every need', async () => {
  const budgets = fc.record({
    ...Object.fromEntries(buckets.map((bucket) => [bucket, fc.nat(3)])),
  }) as fc.Arbitrary<Requests>;
  await fc.assert(
    fc.asyncProperty(anyOrder, fc.nat(needs.length), budgets, async (asked, needed, given) => {
      const { facts, putOff, sent, problems } = await read(asked, needed, given);
      for (const bucket of buckets) expect(sent[bucket]).toBeLessThanOrEqual(given[bucket]);
      expect([...Object.keys(facts.answers), ...putOff.map(needKey)].sort()).toEqual(needs.map(needKey).sort());
      expect(problems).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
