import { expect, test } from 'vitest';
import { part, whole } from '../build.ts';
import { entry, refusals, run } from './source.ts';

test.each([
  ['a text as it is', ' city pop ', 'search 10 city pop'],
  [
    'a text and filters',
    { q: 'love', filters: { artist: 'Mariya Takeuchi' } },
    'search 10 love artist:"Mariya Takeuchi"',
  ],
  [
    'every filter',
    { filters: { artist: 'a', album: 1999, track: 't', genre: 'city pop' } },
    'search 10 artist:"a" album:"1999" track:"t" genre:"city pop"',
  ],
  ['years', { filters: { year: ' 1978 - 1989' } }, 'search 10 year:1978-1989'],
  ['a year', { filters: { year: 1984 } }, 'search 10 year:1984'],
  ['an ISRC with dashes', { filters: { isrc: 'jp-po0-81-00101' } }, 'search 10 isrc:JPPO08100101'],
  ['quotation marks', { filters: { track: '"Heroes" (live) artist:x' } }, 'search 10 track:"Heroes (live) artist:x"'],
  ['how many', { q: 'x', take: 100 }, 'search 100 x'],
])('searches for %s', (_, written, need) => {
  expect(run('search', written).needs).toEqual([need]);
});

test('yields what was found in order, no more than asked for', () => {
  const answers = { 'search 2 x': whole([entry('b'), entry('a'), entry('c')]) };
  expect(run('search', { q: 'x', take: 2 }, { answers })).toMatchObject({
    names: ['b', 'a'],
    data: ['number 1 of the search for x', 'number 2 of the search for x'],
    gaps: [],
  });
});

test('has a gap for a search that was not read whole', () => {
  const answers = { 'search 10 x': part([entry('b')]) };
  expect(run('search', 'x', { answers }).gaps).toEqual(['the search for x was not read whole: a page failed']);
});

test.each([
  [
    'what only finds albums',
    { filters: { upc: 4988031, tag: 'new' } },
    ['rules/conflict at filters.upc', 'rules/conflict at filters.tag'],
  ],
  ['a wrong year', { filters: { year: '80s' } }, ['rules/wrong-value at filters.year']],
  ['a wrong ISRC', { filters: { isrc: 'JPPO0810010' } }, ['rules/wrong-value at filters.isrc']],
  ['quotation marks alone', { filters: { artist: '" "' } }, ['rules/wrong-value at filters.artist']],
  ['nothing', {}, ['against the schema']],
  ['an empty text', '  ', ['against the schema']],
  ['too many', { q: 'x', take: 101 }, ['against the schema']],
  ['an unknown filter', { filters: { label: 'x' } }, ['against the schema']],
])('refuses %s', (_, written, problems) => {
  expect(refusals('search', written)).toEqual(problems);
});
