import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TrackUri } from '../../../src/domain/ids.ts';
import { spread } from '../../../src/words/arrange/spread.ts';
import type { Slots } from '../../../src/words/arrange/word.ts';
import type { Candidate } from '../../../src/words/candidate.ts';

/** A track by the artist of that letter. */
const by = (artist: string, nth: number): Candidate => ({
  uri: `spotify:track:${String(nth).padStart(22, '0')}` as TrackUri,
  item: {
    kind: 'track',
    uri: `spotify:track:${String(nth).padStart(22, '0')}` as TrackUri,
    title: `${artist}${nth}`,
    artists: [{ id: null, name: artist }],
    album: null,
    durationMs: 1,
    explicit: false,
    isrc: null,
    trackNumber: null,
    discNumber: null,
    playable: true,
  },
  album: undefined,
  addedAt: null,
  source: 'tracks',
  trail: [],
});

const rowsOf = (artists: string): readonly Candidate[] => [...artists].map(by);
const artistsOf = (rows: readonly (Candidate | undefined)[]): string =>
  rows.map((row) => (row?.item?.kind === 'track' ? (row.item.artists[0]?.name ?? '') : '.')).join('');

/** `.` is a free place; a letter stands fixed there. */
function run(artists: string, gap: number, fixed = '.'.repeat(artists.length)): string {
  const slots: Slots = [...fixed].map((letter, index) => (letter === '.' ? undefined : by(letter, 1000 + index)));
  const { rows } = spread.run({ by: 'artist', gap }, rowsOf(artists), slots);
  const next = rows.values();
  return artistsOf(slots.map((slot) => slot ?? next.next().value));
}

const closest = (artists: string): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...[...artists].flatMap((artist, index) => {
      const before = artists.lastIndexOf(artist, index - 1);
      return index === 0 || before === -1 ? [] : [index - before];
    }),
  );

test.each([
  ['leaves what is apart already', 'abcabc', 2, undefined, 'abcabc'],
  ['moves as little as it must', 'aabb', 1, undefined, 'abab'],
  ['looks ahead: the artist with most tracks comes early', 'abcddd', 1, undefined, 'dadbcd'],
  ['does its best when it cannot', 'aaab', 1, undefined, 'abaa'],
  ['works around what stands fixed', 'baa', 1, '.b..', 'abab'],
] as const)('%s', (_, artists, gap, fixed, wanted) => {
  expect(run(artists, gap, fixed)).toBe(wanted);
});

test('keeps the gap wherever that is possible, and loses no track', () => {
  const artists = fc.string({ unit: fc.constantFrom(...'abcdefgh'), maxLength: 60, size: 'max' });
  fc.assert(
    fc.property(artists, fc.integer({ min: 1, max: 4 }), (letters, gap) => {
      const arranged = run(letters, gap);
      expect([...arranged].sort()).toEqual([...letters].sort());
      if (isPossible(letters, gap)) expect(closest(arranged)).toBeGreaterThan(gap);
    }),
  );
});

/** The most frequent artists fit when their blocks of gap + 1 do. */
function isPossible(letters: string, gap: number): boolean {
  const counts = [...Map.groupBy(letters, (letter) => letter).values()].map((same) => same.length);
  const most = Math.max(0, ...counts);
  const manyOfMost = counts.filter((count) => count === most).length;
  return letters.length >= (most - 1) * (gap + 1) + manyOfMost;
}

test('is quick with ten thousand tracks of one artist', () => {
  expect(run('a'.repeat(10_000), 4)).toHaveLength(10_000);
});
