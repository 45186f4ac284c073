import { describe, expect, test } from 'vitest';
import { looksTonight, type Polling } from '../../src/app/syncing/looks.ts';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { AlbumId, ArtistId } from '../../src/domain/ids.ts';
import type { Album } from '../../src/domain/item.ts';
import { type Need, needKey } from '../../src/domain/need.ts';
import { noControl } from '../../src/domain/portfolio.ts';
import { noRequests } from '../../src/domain/price.ts';
import { studio } from '../build/rule.ts';

const of = (artist: string): Need => ({
  account: studio,
  kind: 'discography',
  artist: artist as ArtistId,
  groups: ['album'],
});
const followed: Need = { account: studio, kind: 'followed' };

/** Discographies of so many albums each. */
const factsOf = (sizes: Readonly<Record<string, number>>): Facts => ({
  ...noFacts,
  answers: Object.fromEntries(
    Object.entries(sizes).map(([artist, size]) => {
      const found = Array.from({ length: size }, (_, at) => `${artist} ${at}` as AlbumId);
      return [needKey(of(artist)), { need: of(artist), answer: { state: 'whole', found } }];
    }),
  ),
});

const foundIn = ({ answers }: Facts): readonly AlbumId[] =>
  Object.values(answers).flatMap(({ answer }) =>
    answer.state === 'whole' ? (answer.found as readonly AlbumId[]) : [],
  );

type Night = {
  readonly looks: Readonly<Record<string, string>>;
  readonly asks?: string;
  readonly lacks?: readonly Need[];
  readonly budget?: number;
};

/** The looks of 23 November at artists named by letters, all of them asked for unless said. */
function tonight(facts: Facts, { looks, asks = 'abcdef', lacks = [], budget = 2 }: Night) {
  const ledger = { control: { ...noControl, looks } };
  const asked = () => ({ needs: lacks, used: new Set([...asks].map((artist) => needKey(of(artist)))) });
  const polling: Polling = {
    asked,
    accounts: new Map([[studio, ledger]]),
    night: '2026-11-23',
    portfolio: {
      apps: [{ name: 'main', clientId: 'app', perSecond: 1, accounts: [studio] }],
      budget: { ...noRequests, followers: 0, artist_albums: budget },
    },
    room: () => ({ ...noRequests, artist_albums: budget }),
  };
  const { isAsked, again, tooLong } = looksTonight(facts, polling);
  const names = (needs: readonly Need[]) => needs.map((need) => (need as { artist?: string }).artist).join('');
  return {
    first: names(again.first),
    later: names(again.later()),
    tooLong: tooLong.map(({ need, size }) => [names([need]), size?.least, size?.counted]),
    isForNews: (a: string) => again.isForNews(of(a)),
    isAsked: (a: string) => isAsked(of(a), needKey(of(a))),
  };
}

const yesterday = { a: '2026-11-22', b: '2026-11-22', c: '2026-11-22', d: '2026-11-22' };

describe('the looks of a night', () => {
  test('are at those first whom the bound leaves no other night', () => {
    // Four artists, two a night: the bound is two nights.
    const looks = { ...yesterday, c: '2026-11-21', d: '2026-11-21' };
    expect(tonight(factsOf({ a: 1, b: 1, c: 1, d: 1 }), { looks })).toMatchObject({ first: 'cd', later: 'ab' });
  });

  test('are no more than the budget has requests for their pages', () => {
    const facts = factsOf({ a: 10, b: 9, c: 1, d: 1 });
    expect(tonight(facts, { looks: yesterday, budget: 3 }).later).toHaveLength(3);
    expect(tonight(factsOf({ a: 10, b: 10, c: 10 }), { looks: yesterday, budget: 3 }).later).toHaveLength(1);
  });

  test('are at nobody who takes more than the budget, and those are told', () => {
    const looks = { a: '2026-11-21', b: '2026-11-21', c: '2026-11-21' };
    const known = factsOf({ a: 20, b: 1, c: 1 });
    // One took more than is known of it when it was last read to its end.
    const facts = { ...known, sizes: { [needKey(of('c'))]: { least: 3, counted: 7 } } };
    const tooLong = [
      ['a', 3, 3],
      ['c', 3, 7],
    ];
    expect(tonight(facts, { looks })).toMatchObject({ first: 'b', later: '', tooLong });
    expect(tonight(facts, { looks, budget: 0 }).tooLong).toEqual([]);
    expect(tonight(facts, { looks, asks: 'b' }).tooLong).toEqual([]);
  });

  test('are at nobody twice a night', () => {
    const looks = { a: '2026-11-23', b: '2026-11-22' };
    expect(tonight(factsOf({ a: 1, b: 1 }), { looks })).toMatchObject({ first: 'b', later: '' });
  });

  test('are at nobody for whom no rule asks any more', () => {
    const { first, isAsked } = tonight(factsOf({ a: 1, b: 1 }), { looks: yesterday, asks: 'a' });
    expect([first, isAsked('a'), isAsked('b')]).toEqual(['a', true, false]);
  });

  test('are at everybody known while the followed artists are not', () => {
    const { first, isAsked } = tonight(factsOf({ a: 1, b: 1 }), { looks: yesterday, asks: '', lacks: [followed] });
    expect([first, isAsked('a')]).toEqual(['ab', true]);
  });

  test('cost less where only what is new is read, and now and then a list is read to its end', () => {
    const long = factsOf({ a: 40 });
    const albums = new Map(
      foundIn(long).map((id): [AlbumId, Album] => {
        const made = { title: id, artists: [], albumType: 'album', released: '2026-01-01' } as const;
        return [id, { id, ...made }];
      }),
    );
    const isForNews = (looked: string) =>
      tonight({ ...long, albums }, { looks: { a: looked }, budget: 5 }).isForNews('a');
    const nights = Array.from({ length: 60 }, (_, at) => new Date(Date.UTC(2026, 10, 22 - at)).toISOString());
    const answers = nights.map((night) => isForNews(night.slice(0, 10)));
    // From some night back on, and from there on always.
    expect(answers).toEqual([...answers].sort((one, other) => Number(other) - Number(one)));
    expect([answers[0], answers[56]]).toEqual([true, false]);
    expect(tonight(long, { looks: yesterday, budget: 5 }).isForNews('a')).toBe(false);
  });

  test('count those never looked at, and leave them to what the rules lack', () => {
    const looks = { a: '2026-11-22', b: '2026-11-22' };
    const facts = factsOf({ a: 1, b: 1 });
    // Alone they have to be looked at every night; with two more there is another night for them.
    expect(tonight(facts, { looks }).first).toBe('ab');
    expect(tonight(facts, { looks, lacks: [of('e'), of('f')] })).toMatchObject({ first: '', later: 'ab' });
  });
});
