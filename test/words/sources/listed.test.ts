import { expect, test } from 'vitest';
import type { LocalUri } from '../../../src/domain/ids.ts';
import {
  actual,
  artistId,
  episode,
  forbidden,
  id,
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
