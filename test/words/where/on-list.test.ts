import { expect, test } from 'vitest';
import type { LocalUri } from '../../../src/domain/ids.ts';
import { fields } from '../../../src/words/where/index.ts';
import type { FieldWord } from '../../../src/words/word.ts';
import { albumId, artistId, askingIn, candidate, episode, list, read, track, uri, whole } from '../build.ts';

const field: FieldWord = fields.on_list;
const path = 'lists/x.csv';
const song = track('song', { isrc: 'JPPO08100101' });
const shown = track('shown', { isrc: null });
const local = candidate(undefined, { uri: 'spotify:local:a:b:c:1' as LocalUri });

const onList = (lines: Parameters<typeof list>[1], of = candidate(song), key?: string) => {
  const lists = [list(path, lines)];
  const asking = askingIn({ lists, items: [song], answers: { [`track ${shown.uri}`]: whole(shown.uri) } });
  const { value } = read(field, key === undefined ? path : { file: path, key }, lists);
  return field.test(value, of, asking).holds;
};

test.each([
  ['its URI', { uri: uri('song') }, true],
  ['another URI', { uri: uri('x') }, false],
  ['its ISRC', { isrc: 'JPPO08100101' }, true],
  ['another ISRC', { isrc: 'JPPO08100102' }, false],
  ['its artist', { artist: artistId('artist') }, true],
  ['another artist', { artist: artistId('x') }, false],
  ['its album', { album: albumId('album') }, true],
  ['another album', { album: albumId('x') }, false],
  ['another track by its artist', { uri: uri('x'), artist: artistId('artist') }, false],
  ['another album by its artist', { album: albumId('x'), artist: artistId('artist') }, false],
] as const)('goes by %s', (_, line, holds) => {
  expect(onList([{ uri: uri('other') }, line])).toBe(holds);
});

test('goes by one column when told so', () => {
  expect(onList([{ uri: uri('x'), artist: artistId('artist') }], candidate(song), 'artist')).toBe(true);
  expect(onList([{ uri: uri('song'), isrc: 'x' }], candidate(song), 'isrc')).toBe(false);
});

test.each([
  ['a track without ISRC by ISRC', [{ isrc: 'JPPO08100101' }], candidate(shown), false],
  ['a track whose ISRC was not read', [{ isrc: 'JPPO08100101' }], candidate(track('simple')), null],
  ['a local file by artist', [{ artist: artistId('x') }], local, null],
  ['a local file by URI', [{ uri: uri('x') }], local, false],
  ['a local file by ISRC', [{ isrc: 'JPPO08100101' }], local, null],
  ['an episode by ISRC', [{ isrc: 'JPPO08100101' }], candidate(episode('x')), false],
  ['a local file by album', [{ album: albumId('x') }], local, null],
  ['an episode by artist', [{ artist: artistId('x') }], candidate(episode('x')), false],
  ['anything on an empty list', [], candidate(undefined), false],
] as const)('judges %s', (_, lines, of, holds) => {
  expect(onList(lines, of)).toBe(holds);
});

test('names the list that decided', () => {
  const lists = [list(path, []), list('lists/y.csv', [{ uri: uri('song') }])];
  const { value } = read(field, [path, 'lists/y.csv'], lists);
  expect(field.test(value, candidate(song), askingIn({ lists }))).toEqual({ holds: true, datum: 'on lists/y.csv' });
});

test.each([
  ['one file', 'lists/z.csv', ['rules/no-such-file at']],
  ['several', ['lists/z.csv', 'lists/q.csv'], ['rules/no-such-file at 0', 'rules/no-such-file at 1']],
  ['a file in a map', { file: ['lists/z.csv'] }, ['rules/no-such-file at file.0']],
  ['a wrong key', { file: path, key: 'genre' }, ['against the schema']],
])('reports %s that is not there', (_, written, problems) => {
  expect(read(field, written)).toEqual({ value: undefined, problems });
});
