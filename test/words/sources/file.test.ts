import { expect, test } from 'vitest';
import { artistId, list, part, uri, whole } from '../build.ts';
import { entry, refusals, run } from './source.ts';

const csv = list('lists/x.csv', [
  { uri: uri('b') },
  { isrc: 'JPPO08100101' },
  { artist: artistId('x') },
  { isrc: 'JPPO08100102' },
  { isrc: 'JPPO08100103' },
]);

test('asks for every ISRC of a file at once', () => {
  expect(run('file', 'lists/x.csv', { lists: [csv] }).needs).toEqual([
    'search 1 isrc:JPPO08100101',
    'search 1 isrc:JPPO08100102',
    'search 1 isrc:JPPO08100103',
  ]);
});

test('yields the lines of a file in order', () => {
  const answers = {
    'search 1 isrc:JPPO08100101': whole([entry('found')]),
    'search 1 isrc:JPPO08100102': whole([]),
    'search 1 isrc:JPPO08100103': part(null),
  };
  expect(run('file', { path: 'lists/x.csv' }, { lists: [csv], answers })).toMatchObject({
    names: ['b', 'found'],
    data: ['lists/x.csv:2', 'lists/x.csv:3, ISRC JPPO08100101'],
    gaps: ['the search for ISRC JPPO08100103 was not read whole: a page failed'],
  });
  expect(run('file', { path: 'lists/x.csv', match: 'uri' }, { lists: [csv] }).names).toEqual(['b']);
});

test('refuses a file that names no tracks', () => {
  const artists = list('lists/x.yaml', [{ artist: artistId('x') }]);
  expect(refusals('file', 'lists/x.yaml', [artists])).toEqual(['rules/wrong-value at']);
  expect(refusals('file', { path: 'lists/x.csv', match: 'uri' }, [list('lists/x.csv', [{ isrc: 'x' }])])).toHaveLength(
    1,
  );
  expect(refusals('artists', 'lists/x.csv', [list('lists/x.csv', [{ isrc: 'x' }])])).toEqual(['rules/wrong-value at']);
});
