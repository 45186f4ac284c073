import { describe, expect, test } from 'vitest';
import { noFacts } from '../../src/domain/facts.ts';
import type { AlbumId } from '../../src/domain/ids.ts';
import { type Need, needKey } from '../../src/domain/need.ts';
import { opened, studio, track } from '../adapters/opened.ts';
import { id, list, uri, world } from '../simulator/here.ts';
import { catalogue } from '../simulator/some-catalogue.ts';
import { asOf, discography, liked, missing, oneTrack, ours, playlist, read, saved, top } from './reading.ts';

const strike = (path: string, kind: string, nth: readonly number[]) => ({
  faults: [{ method: 'GET', path, kind, nth }],
});
const always = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('what the ledger answers', () => {
  test('is not asked of Spotify', async () => {
    const answered = { state: 'whole', found: [{ uri: track('a'), addedAt: null }] } as const;
    const { answer, asked } = await read(world('ab'), [asOf], { recall: async () => answered });
    expect(answer).toEqual(answered);
    expect(asked()).toEqual([]);
  });

  test('waits where there is no ledger', async () => {
    const { answer, asked, putOff } = await read(world('ab'), [asOf]);
    expect([answer, asked().length, putOff]).toEqual([undefined, 0, [asOf]]);
  });
});

describe('reads', () => {
  test.each([
    ['a playlist of 100 rows with its head', world('ab'.repeat(50)), ours, 1],
    ['a playlist of 101 rows with one more page', world(`${'ab'.repeat(50)}c`), ours, 2],
    ['as many liked tracks as are needed', world('', saved(160)), liked(60), 2],
    ['all liked tracks', world('', saved(160)), liked(null), 4],
    ['a discography until a short page', world('', catalogue), discography, 1],
    [
      'an album with its tracks',
      world('', catalogue),
      { account: studio, kind: 'album', id: id('A') as AlbumId } as Need,
      1,
    ],
    ['a search page by page', world(), { account: studio, kind: 'search', query: 'Song', most: 25 } as Need, 3],
    ['what is liked most', world(), top, 1],
    ['whom the account follows', world(), { account: studio, kind: 'followed' } as Need, 1],
    ['one track', world(), oneTrack('a'), 1],
  ])('%s', async (_, file, need, requests) => {
    const { answer, asked, codes } = await read(file, [need]);
    expect(answer?.state).toBe('whole');
    expect(asked().length).toBe(requests);
    expect(codes).toEqual([]);
  });

  test('a relinked track under both of its ids', async () => {
    const { answer, facts } = await read(world(), [oneTrack('s')]);
    expect(answer).toEqual({ state: 'whole', found: uri('t') });
    expect([...facts.items.keys()].sort()).toEqual([uri('s'), uri('t')]);
  });

  test('a track anew on a night, which is then what is known of it', async () => {
    const stale = { need: oneTrack('s'), answer: { state: 'whole', found: track('s') } } as const;
    const facts = { ...noFacts, answers: { [needKey(oneTrack('s'))]: stale } };
    const anew: Need = { account: studio, kind: 'track', uri: track('s'), night: '2026-11-22' };
    const { answers, asked } = await read(world(), [anew, oneTrack('s')], { facts });
    expect(answers).toEqual([
      { state: 'whole', found: uri('t') },
      { state: 'whole', found: uri('t') },
    ]);
    expect(asked()).toHaveLength(1);
  });

  test('a simplified track without forgetting what was known of it', async () => {
    const album: Need = { account: studio, kind: 'album', id: id('A') as AlbumId };
    const { facts } = await read(world('', catalogue), [oneTrack('a'), album]);
    expect(facts.items.get(track('a'))).toMatchObject({ isrc: 'QZAAA2600001' });
  });

  test('on until nothing is lacking, what is needed before what is wished', async () => {
    const { asked } = await read(world('a'), [], {
      resolve: (facts) => ({
        needs: missing(facts, ours.account && needKey(ours) in facts.answers ? [oneTrack('b')] : [ours]),
        wishes: missing(facts, [oneTrack('a')]),
      }),
    });
    expect(asked()).toEqual([`GET /playlists/${list} 200`, `GET /tracks/${id('b')} 200`, `GET /tracks/${id('a')} 200`]);
  });

  test('nothing twice, and nothing that is known', async () => {
    const first = await read(world('a'), [ours, ours]);
    const again = await read(world('a'), [ours], { facts: first.facts });
    expect([first.asked().length, again.asked().length]).toEqual([1, 0]);
    expect(first.facts).toEqual(again.facts);
  });
});

describe('answers', () => {
  test.each([
    ['missing: a playlist that is not there', world(), playlist('nowhere'), { state: 'none', absence: 'missing' }],
    ['missing: an id that can be none', world(), playlist('not-an-id'), { state: 'none', absence: 'missing' }],
    [
      'forbidden: a playlist of somebody else',
      world('', {
        playlists: [
          { id: list, owner: 'owner' },
          { id: id('theirs'), owner: 'other', rows: [{ uri: uri('a') }] },
        ],
      }),
      playlist('theirs'),
      { state: 'none', absence: 'forbidden' },
    ],
    ['missing: a dead track', world(), oneTrack('x'), { state: 'none', absence: 'missing' }],
    [
      'nothing of a playlist whose second page does not come through',
      world('ab'.repeat(80), strike('/playlists/*/items', '500', always)),
      ours,
      { state: 'part', found: null },
    ],
    [
      'what was read before a page that does not come through',
      world('', { ...saved(120), ...strike('/me/tracks', '502', [3, 4, 5, 6, 7, 8, 9]) }),
      liked(null),
      { state: 'part', found: { length: 100 } },
    ],
    [
      'nothing when the first page does not come through',
      world('', { ...saved(120), ...strike('/me/tracks', 'garbage', always) }),
      liked(null),
      { state: 'part', found: null },
    ],
  ])('%s', async (_, file, need, answer) => {
    expect((await read(file, [need])).answer).toMatchObject(answer);
  });

  test('a part when a playlist goes on changing while it is read', async () => {
    const there = await opened(world('ab'.repeat(60)));
    const reader = {
      ...there.read,
      rows: async (...args: Parameters<typeof there.read.rows>) => {
        there.list.rows.pop();
        return there.read.rows(...args);
      },
    };
    const { answer, codes } = await read(world(), [ours], { readers: new Map([[studio, reader]]) });
    expect(answer).toMatchObject({ state: 'part', found: null });
    expect(codes).toEqual([]);
  });
});
