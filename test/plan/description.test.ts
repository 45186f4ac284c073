import { expect, test } from 'vitest';
import { noFacts } from '../../src/domain/facts.ts';
import type { Item } from '../../src/domain/item.ts';
import { descriptionOf } from '../../src/plan/description.ts';
import { keys, ruleOf, uriOf } from '../build/rule.ts';

const by = (letter: string, artist: string): Item => ({
  kind: 'track',
  uri: uriOf(letter) as never,
  title: letter,
  artists: [{ id: null, name: artist }],
  album: null,
  durationMs: 1,
  explicit: false,
  isrc: null,
  trackNumber: null,
  discNumber: null,
  playable: true,
});

const facts = {
  ...noFacts,
  items: new Map(
    [by('a', 'One'), by('b', 'Two'), by('c', 'Two'), by('d', 'Thr<br>\nee'), by('e', 'Four')].map((item) => [
      item.uri,
      item,
    ]),
  ),
};
const filled = (description: string | null, night = '2026-11-22') =>
  descriptionOf(ruleOf({ description }), { rows: keys('abcde'), facts, night });

test.each([
  ['is left alone when there is none', null, null],
  ['counts', '{count} tracks, {count}!', '5 tracks, 5!'],
  ['names the artists with most tracks, on one line', 'With {top_artists}', 'With Two, One, Thr ee'],
  ['names the week', 'Week {week}', 'Week 2026-W47'],
  ['leaves other braces alone', '{mood} $& {count}', '{mood} $& 5'],
  [
    'leaves tags out, and what becomes one by that',
    '<b>Loud</b> <<i>i> &lt; <3 a > b{top_artists}',
    'Loud &lt; <3 a > bTwo, One, Thr ee',
  ],
  ['is cut where Spotify stops', 'x'.repeat(400), `${'x'.repeat(299)}…`],
])('%s', (_, written, read) => {
  expect(filled(written)).toBe(read);
});

test('knows weeks that belong to another year', () => {
  expect(filled('{week}', '2027-01-01')).toBe('2026-W53');
});
