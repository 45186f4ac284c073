import { expect, test } from 'vitest';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { AddableUri, TrackUri } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import { needKey } from '../../src/domain/need.ts';
import type { RowKey } from '../../src/domain/playlist.ts';
import { Aliases, withStoredIds } from '../../src/plan/aliases.ts';
import { keys, studio, uriOf } from '../build/rule.ts';

const [a = '', b = '', c = ''] = keys('abc');

/** By letter, its ISRC; `shown` says under which id Spotify shows what was asked for. */
function factsWith(isrcs: Readonly<Record<string, string>>, shown: Readonly<Record<string, string>> = {}): Facts {
  const track = (letter: string, isrc: string): readonly [AddableUri, Item] => {
    const [uri, by] = [uriOf(letter), { title: letter, artists: [], album: null, trackNumber: null, discNumber: null }];
    return [uri, { kind: 'track', uri: uri as TrackUri, ...by, durationMs: 1, explicit: false, isrc, playable: true }];
  };
  const answers = Object.entries(shown).map(([asked, found]) => {
    const need = { account: studio, kind: 'track', uri: uriOf(asked) as TrackUri } as const;
    return [needKey(need), { need, answer: { state: 'whole', found: uriOf(found) as TrackUri } }] as const;
  });
  const items = new Map(Object.entries(isrcs).map(([letter, isrc]) => track(letter, isrc)));
  return { ...noFacts, items, answers: Object.fromEntries(answers) };
}

const others = (facts: Facts, key: string): readonly string[] =>
  [...new Set(new Aliases(facts).of(key as RowKey))].filter((one) => one !== key);

test('a recording has every id that its ISRC was seen under', () => {
  const facts = factsWith({ a: 'ONE', b: 'ONE', c: 'TWO' });
  expect([others(facts, a), others(facts, b), others(facts, c)]).toEqual([[b], [a], []]);
});

test('what Spotify shows has the id that it was asked for under', () => {
  expect(others(factsWith({ b: 'ONE' }, { a: 'b' }), b)).toEqual([a]);
});

test('a removal names them too, but none that stands in the list for itself', () => {
  const aliases = new Aliases(factsWith({ a: 'ONE', b: 'ONE', c: 'ONE' }));
  const remove = { kind: 'remove', uris: [a as RowKey] } as const;
  expect(withStoredIds([remove], new Set(keys('ac')), aliases)).toEqual([{ kind: 'remove', uris: [a, b] }]);
  expect(withStoredIds([remove], new Set(keys('abc')), aliases)).toEqual([remove]);
});
