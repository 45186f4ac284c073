import { expect, test } from 'vitest';
import type { LocalUri } from '../../../src/domain/ids.ts';
import { fields } from '../../../src/words/where/index.ts';
import type { FieldWord } from '../../../src/words/word.ts';
import {
  actual,
  albumId,
  artistId,
  askingIn,
  candidate,
  episode,
  forbidden,
  id,
  part,
  playlistId,
  read,
  rowOf,
  track,
  type World,
  whole,
} from '../build.ts';

const field: FieldWord = fields.on_playlist;
const other = { artists: [{ id: artistId('b'), name: 'B' }], album: albumId('b') };
const on = track('on', { title: 'Night (feat. X) - 2011 Remaster', isrc: 'JPPO08100101' });
const holding = (rows: Parameters<typeof actual>[1] = ['on']): World => ({
  items: [on],
  answers: { [`playlist ${id('p')}`]: whole(actual('p', rows)) },
  playlists: { made: 'p' },
});
const look = (written: unknown, of = candidate(on), world = holding()) => {
  const asking = askingIn(world);
  const { value, problems } = read(field, written);
  if (value === undefined) throw new Error(problems.join());
  return { ...field.test(value, of, asking), needs: asking.needs };
};

test.each([
  ['the same track', candidate(on), undefined, true],
  ['the same ISRC', candidate(track('x', { ...other, isrc: 'JPPO08100101' })), undefined, true],
  ['the same recording', candidate(track('x', { title: 'night', durationMs: 202_000 })), undefined, true],
  ['another length', candidate(track('x', { title: 'night', durationMs: 202_001 })), undefined, false],
  ['a live take', candidate(track('x', { title: 'Night (Live)' })), undefined, false],
  ['an episode', candidate(episode('x')), undefined, false],
  ['another track by the artist', candidate(track('x', { album: albumId('b') })), 'artist', true],
  ['a track by another artist', candidate(track('x', other)), 'artist', false],
  ['another track of the album', candidate(track('x', { artists: other.artists })), 'album', true],
  ['a track of another album', candidate(track('x', other)), 'album', false],
  ['a local file', candidate(undefined, { uri: 'spotify:local:a:b:c:1' as LocalUri }), undefined, null],
] as const)('looks up %s', (_, of, key, holds) => {
  expect(look({ playlist: id('p'), ...(key === undefined ? {} : { key }) }, of).holds).toBe(holds);
});

const lost = candidate(track('lost'));
test.each([
  ['not on a whole list', lost, holding(), false],
  ['unknown beside a row of which nothing is known', lost, holding(['on', 'strange']), null],
  [
    'not on a list that Spotify lost a row of: nobody will ever know which',
    lost,
    holding(['on', { kind: 'gone', addedAt: null, addedBy: null }]),
    false,
  ],
  [
    'unknown on a part of a list',
    lost,
    { ...holding(), answers: { [`playlist ${id('p')}`]: part(actual('p', ['on'])) } },
    null,
  ],
  [
    'on a part of a list',
    candidate(on),
    { ...holding(), answers: { [`playlist ${id('p')}`]: part(actual('p', ['on'])) } },
    true,
  ],
  [
    'unknown where no part was read',
    candidate(on),
    { ...holding(), answers: { [`playlist ${id('p')}`]: part(null) } },
    null,
  ],
  [
    'unknown where nothing can be read',
    candidate(on),
    { ...holding(), answers: { [`playlist ${id('p')}`]: forbidden } },
    null,
  ],
  ['unknown while it was not read', candidate(on), { playlists: { made: 'p' } }, null],
] as const)('is %s', (_, of, world, holds) => {
  expect(look({ rule: 'made' }, of, world).holds).toBe(holds);
});

test('reads the playlist of a rule as it was last seen', () => {
  expect(look({ rule: 'made' }, candidate(on), { playlists: { made: 'p' } }).needs).toEqual([`playlist ${id('p')}`]);
  expect(look({ rule: 'made' }).datum).toBe('on made');
});

test('takes the playlist of a rule that was never created for an empty one', () => {
  expect(look({ rule: 'unmade' })).toMatchObject({ holds: false, datum: 'not on unmade', needs: [] });
});

test('asks for all playlists at once', () => {
  expect(look([id('q'), id('r')]).needs).toEqual([`playlist ${id('q')}`, `playlist ${id('r')}`]);
});

test.each([
  ['an id', id('p'), { playlists: [playlistId('p')], rules: [], key: 'recording' }],
  [
    'a link',
    `https://open.spotify.com/playlist/${id('p')}?si=1`,
    { playlists: [playlistId('p')], rules: [], key: 'recording' },
  ],
  [
    'both',
    { playlist: id('p'), rule: ['made', 'unmade'], key: 'album' },
    { playlists: [playlistId('p')], rules: ['made', 'unmade'], key: 'album' },
  ],
])('reads %s', (_, written, value) => {
  expect(read(field, written)).toEqual({ value, problems: [] });
});

test.each([
  ['a track', `spotify:track:${id('p')}`, ['rules/not-an-id at']],
  ['names', ['My playlist', id('p'), 'x'], ['rules/not-an-id at 0', 'rules/not-an-id at 2']],
  ['a name in a map', { playlist: ['x'] }, ['rules/not-an-id at playlist.0']],
  ['a rule that is not there', { rule: ['made', 'maed'] }, ['rules/no-such-rule at rule.1']],
  ['two mistakes', { playlist: 'x', rule: 'maed' }, ['rules/not-an-id at playlist', 'rules/no-such-rule at rule']],
  ['a map without a playlist', { key: 'album' }, ['against the schema']],
])('refuses %s', (_, written, problems) => {
  expect(read(field, written)).toEqual({ value: undefined, problems });
});

test('looks up ten thousand tracks on a playlist of ten thousand at a glance', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `n${index}`);
  const items = new Map(names.map((name) => [rowOf(name).kind === 'item' ? track(name).uri : '', track(name)]));
  const asking = { ...askingIn(holding(names)), item: (uri: string) => items.get(uri as never) };
  const { value } = read(field, id('p'));
  const verdicts = [...items.values()].map((item) => field.test(value, candidate(item), asking).holds);
  expect(verdicts.every((one) => one === true)).toBe(true);
}, 5_000);
