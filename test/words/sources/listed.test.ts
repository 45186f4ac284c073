import { expect, test } from 'vitest';
import type { LocalUri } from '../../../src/domain/ids.ts';
import {
  actual,
  artistId,
  episode,
  forbidden,
  id,
  list,
  missing,
  part,
  rowOf,
  track,
  uri,
  type World,
  whole,
} from '../build.ts';
import { entry, refusals, run } from './source.ts';

const rows = [
  rowOf('b', '2026-02-01T00:00:00Z'),
  rowOf('n'),
  { kind: 'local', uri: 'spotify:local:a:b:c:1' as LocalUri, addedAt: null, addedBy: null },
  { kind: 'gone', addedAt: null, addedBy: null },
  rowOf('a', '2026-01-01T00:00:00Z'),
  rowOf('c', '2026-03-01T00:00:00Z'),
] as const;
const key = `playlist ${id('p')}`;
const world = (answer: unknown): World => ({ answers: { [key]: answer } });
const p = world(whole(actual('p', rows)));

test.each([
  ['as it stands', id('p'), ['b', 'n', 'a', 'c']],
  ['newest first', { id: id('p'), order: 'newest' }, ['c', 'b', 'a', 'n']],
  ['oldest first', { id: `spotify:playlist:${id('p')}`, order: 'oldest' }, ['a', 'b', 'c', 'n']],
])('reads a playlist %s', (_, written, names) => {
  expect(run('playlist', written, p).names).toEqual(names);
});

const entries = [entry('b', '2026-02-01T00:00:00Z'), entry('n'), entry('a', '2026-01-01T00:00:00Z')];
test.each([
  ['as it stood', {}, ['b', 'n', 'a']],
  ['oldest first', { order: 'oldest' }, ['a', 'b', 'n']],
])('reads a playlist of an earlier night %s', (_, more, names) => {
  const written = { id: id('p'), as_of: '2026-10-01', ...more };
  expect(run('playlist', written)).toMatchObject({ names: undefined, needs: [`as_of 2026-10-01 ${id('p')}`] });
  const then = { answers: { [`as_of 2026-10-01 ${id('p')}`]: whole(entries) } };
  expect(run('playlist', written, then)).toMatchObject({ names, gaps: [], needs: [] });
});

test('has a gap for a night of which the ledger knows nothing, and for one that is not over', () => {
  const of = (night: string) => run('playlist', { id: id('p'), as_of: night }, world(missing));
  const unknown = { answers: { [`as_of 2026-10-01 ${id('p')}`]: missing } };
  const gap = `playlist ${id('p')} as of 2026-10-01 is missing`;
  expect(run('playlist', { id: id('p'), as_of: '2026-10-01' }, unknown)).toMatchObject({ names: [], gaps: [gap] });
  expect(of('2026-11-22')).toMatchObject({ gaps: [`playlist ${id('p')} as of 2026-11-22: that night is not over`] });
  expect(of('2026-11-21')).toMatchObject({ names: undefined });
});

test('says where in the playlist a track stands', () => {
  expect(run('playlist', id('p'), p).data.slice(0, 2)).toEqual(['row 1 of "p", added 2026-02-01', 'row 2 of "p"']);
});

test.each([
  ['a part of a playlist', part(actual('p', rows)), ['b', 'n', 'a', 'c'], 'was not read whole: a page failed'],
  ['nothing yet of a playlist', part(null), [], 'was not read whole: a page failed'],
  ['a playlist that is gone', missing, [], 'is missing'],
  ['a playlist of strangers', forbidden, [], 'is not readable'],
])('has a gap for %s', (_, answer, names, gap) => {
  expect(run('playlist', id('p'), world(answer))).toMatchObject({ names, gaps: [`playlist ${id('p')} ${gap}`] });
});

test.each([
  ['playlist', id('p'), key],
  ['liked', {}, 'liked all'],
  ['liked', { limit: 20 }, 'liked 20'],
  ['top', 'short', 'top short'],
  ['top', null, 'top medium'],
  ['search', 'city pop', 'search 10 city pop'],
  ['new_releases', { artists: 'followed' }, 'followed'],
] as const)('asks for what %s %j needs', (word, written, need) => {
  expect(run(word, written)).toMatchObject({ names: undefined, needs: [need] });
});

test('yields what another rule comes to, and waits for it', () => {
  expect(run('rule', 'other', { outcomes: { other: [uri('b'), uri('a')] } }).names).toEqual(['b', 'a']);
  expect(run('rule', 'other')).toMatchObject({ names: undefined, needs: [] });
});

test('yields written tracks in order, repeats and episodes included, and only wishes for their facts', () => {
  const talk = episode('talk').uri;
  const written = [uri('b'), `https://open.spotify.com/track/${id('a')}?si=x`, id('b'), talk];
  expect(run('tracks', written, { items: [track('a')] })).toEqual({
    names: ['b', 'a', 'b', `spotify:episode:${id('talk')}`.replace(/0+$/, '')],
    data: [1, 2, 3, 4].map((number) => `written, number ${number}`),
    gaps: [],
    needs: [],
    wishes: [`track ${uri('b')}`],
  });
});

test('yields a relinked track as it is written', () => {
  const answers = { [`track ${uri('old')}`]: whole(uri('new')) };
  expect(run('tracks', uri('old'), { answers, items: [track('new')] }).names).toEqual(['old']);
});

const saved = [
  entry('c', '2026-11-20T22:00:00Z'),
  entry('b', '2026-11-10T22:00:00Z'),
  entry('a', '2026-01-01T00:00:00Z'),
];
test.each([
  ['all', {}, 'liked all', ['c', 'b', 'a']],
  ['the newest', { limit: 2 }, 'liked 2', ['c', 'b']],
  ['those of the last days', { since: '14d' }, 'liked 50', ['c', 'b']],
  ['those since a date', { since: '2026-11-11' }, 'liked 50', ['c']],
  ['as many as there are', { since: '2y' }, 'liked 50', ['c', 'b', 'a']],
  ['the newest of the last days', { since: '14d', limit: 1 }, 'liked 1', ['c']],
])('yields of the liked tracks %s', (_, written, need, names) => {
  expect(run('liked', written, { answers: { [need]: whole(saved) } })).toMatchObject({ names, needs: [] });
});

test('asks for more liked tracks only when those read do not reach back', () => {
  const page = Array.from({ length: 50 }, (_, index) => entry(`n${index}`, '2026-11-20T22:00:00Z'));
  expect(run('liked', { since: '14d' }).needs).toEqual(['liked 50']);
  expect(run('liked', { since: '14d' }, { answers: { 'liked 50': whole(page) } }).needs).toEqual(['liked 500']);
  const reaching = [...page.slice(1), entry('old', '2026-01-01T00:00:00Z')];
  expect(run('liked', { since: '14d' }, { answers: { 'liked 50': whole(reaching) } }).names).toHaveLength(49);
});

test('has a gap for liked tracks that were not read whole', () => {
  expect(run('liked', null, { answers: { 'liked all': part(saved) } })).toMatchObject({
    names: ['c', 'b', 'a'],
    gaps: ['the list of liked tracks was not read whole: a page failed'],
  });
});

test('yields top tracks in their order', () => {
  const answers = { 'top long': whole(saved) };
  expect(run('top', { range: 'long', limit: 2 }, { answers })).toMatchObject({
    names: ['c', 'b'],
    data: ['top 1 (long)', 'top 2 (long)'],
  });
});

test.each([
  ['playlist', { id: 'My playlist', as_of: 'last week' }, ['rules/not-an-id at id', 'rules/wrong-value at as_of']],
  ['playlist', uri('a'), ['rules/not-an-id at']],
  ['tracks', ['x', uri('a'), `spotify:album:${id('a')}`], ['rules/not-an-id at 0', 'rules/not-an-id at 2']],
  ['tracks', `https://open.spotify.com/playlist/${id('a')}`, ['rules/not-an-id at']],
  ['liked', { since: 'soon' }, ['rules/wrong-value at since']],
  ['liked', { since: '2026-13' }, ['rules/wrong-value at since']],
  ['liked', { limit: 0 }, ['against the schema']],
  ['top', { limit: 51 }, ['against the schema']],
  ['artist', `spotify:playlist:${id('a')}`, ['rules/not-an-id at']],
  ['artists', { artists: [artistId('a'), 'Mariya'] }, ['rules/not-an-id at artists.1']],
  ['new_releases', { artists: 'lists/none.yaml' }, ['rules/no-such-file at artists']],
  ['file', 'lists/none.csv', ['rules/no-such-file at']],
  ['file', { path: 'lists/none.csv', match: 'search' }, ['rules/no-such-file at path', 'rules/not-yet at match']],
] as const)('refuses %s: %j', (word, written, problems) => {
  expect(refusals(word, written)).toEqual(problems);
});

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
