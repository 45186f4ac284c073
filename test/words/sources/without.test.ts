import { expect, test } from 'vitest';
import type { sources } from '../../../src/words/sources/index.ts';
import type { Candidate } from '../../../src/words/word.ts';
import { actual, album, albumId, artistId, candidate, id, list, track, uri, type World, whole } from '../build.ts';
import { entry, without } from './source.ts';

const by = (name: string) => ({ artists: [{ id: artistId(name), name: name.toUpperCase() }] });
const on = (name: string, artist: string, released: string | null) =>
  candidate(track(name, { ...by(artist), album: albumId(name) }), { album: album(name, released, by(artist)) });

const world: World = {
  lists: [list('lists/x.csv', [{ uri: uri('a') }])],
  outcomes: { other: [uri('a')] },
  albums: [album('new', '2026-11-20', by('x')), album('old', '2026-10-16', by('x'))],
  answers: {
    [`playlist ${id('p')}`]: whole(actual('p', ['a'])),
    [`as_of 2026-10-01 ${id('p')}`]: whole([entry('a')]),
    'liked all': whole([entry('c', '2026-11-20T22:00:00Z'), entry('b', '2026-08-01T22:00:00Z')]),
    'liked 1': whole([entry('c', '2026-11-20T22:00:00Z')]),
    'liked 50': whole([entry('c', '2026-11-20T22:00:00Z'), entry('b', '2026-08-01T22:00:00Z')]),
    'top short': whole([entry('c'), entry('b')]),
    'search 10 city pop': whole([entry('a')]),
    followed: whole([artistId('x')]),
    [`discography ${id('x')} album+single`]: whole([albumId('new'), albumId('old')]),
    [`album ${id('new')}`]: whole([uri('n1'), uri('n2'), uri('n3')]),
    [`album ${id('old')}`]: whole([uri('o1')]),
  },
};

const z = candidate(track('z', by('z')));
const b = candidate(track('b'));
const old = on('o1', 'x', '2026-10-16');
const third = on('n3', 'x', '2026-11-20');
const last = { in_the_last: '5w' };

test.each<[keyof typeof sources, unknown, Candidate, string, boolean]>([
  ['playlist', id('p'), z, 'not in "p"', false],
  ['playlist', { id: id('p'), as_of: '2026-10-01' }, z, 'not in it as of 2026-10-01', false],
  ['rule', 'other', z, 'not in other', false],
  ['tracks', [], z, 'not among the written tracks', false],
  ['file', { path: 'lists/x.csv', match: 'uri' }, z, 'not in lists/x.csv', false],
  ['search', 'city pop', z, 'not among the first 10 of the search for city pop', false],
  ['top', 'short', z, 'not in the top 50 (short)', false],
  ['top', { range: 'short', limit: 1 }, b, 'top 2 (short), not in the top 1', true],
  ['liked', null, z, 'not liked', false],
  ['liked', { limit: 1 }, z, 'not among the newest 1 that are liked', false],
  ['liked', { since: '30d' }, z, 'not liked in the last 30 days', false],
  ['liked', { since: '2026-09-01' }, z, 'not liked since 2026-09-01', false],
  ['liked', { since: '30d' }, b, 'liked 2026-08-01, out of the last 30 days', true],
  ['liked', { since: '2026-09-01' }, b, 'liked 2026-08-01, before 2026-09-01', true],
  ['new_releases', { artists: 'followed' }, z, 'by none of the artists', false],
  ['new_releases', { artists: 'followed', within: '4w' }, old, 'released 2026-10-16, out of the last 28 days', true],
  ['new_releases', { artists: 'followed', within: '1mo' }, old, 'released 2026-10-16, out of the last month', true],
  [
    'new_releases',
    { artists: 'followed', per_release: 2 },
    third,
    'released 2026-11-20, 2 of this release already',
    true,
  ],
  [
    'new_releases',
    { artists: 'followed', per_artist: 1 },
    third,
    'released 2026-11-20, 1 by this artist already',
    true,
  ],
  ['new_releases', { artists: 'followed' }, on('q', 'x', '2026-11'), 'not among the releases', false],
  ['artists', { artists: id('x'), released: last }, old, 'released 2026-10-16, out of the last 35 days', true],
  [
    'artist',
    { artists: id('x'), released: { after: 2026 } },
    old,
    'released 2026-10-16, out of the days that are asked for',
    true,
  ],
  ['artist', { artists: id('x'), per_album: 2 }, third, 'released 2026-11-20, 2 of this release already', true],
])('%s %j says why it does not give a row, from what it read', (word, written, row, datum, decided) => {
  expect(without(word, written, row, world)).toEqual({ datum, decided });
});

test('says nothing of a track of which nothing is known', () => {
  const stranger = { ...z, item: undefined };
  expect(without('new_releases', { artists: 'followed' }, stranger, world)).toBeUndefined();
});
