import { expect, test } from 'vitest';
import { from } from '../../src/words/from.ts';
import { id, list, read, uri } from './build.ts';

const named = (written: unknown) => read(from, written).value?.map(({ as }) => as);
const problems = (written: unknown) => read(from, written).problems;

test('reads a bare word, a short form and a whole one into one normal form', () => {
  const at = (path: string) => ({ file: path, line: 1, column: 1 });
  const plain = (index: number) => ({
    where: { kind: 'all', of: [], at: at(`${index}`) },
    sort: [],
    take: { count: null, perArtist: null, perAlbum: null, at: at(`${index}`) },
  });
  const written = [
    'liked',
    { liked: null },
    { top: 'short' },
    { playlist: { id: id('p'), order: 'newest' }, as: 'core' },
  ];
  expect(read(from, written)).toEqual({
    problems: [],
    value: [
      { word: 'liked', args: { since: null, limit: null }, at: at('0'), as: 'liked', ...plain(0) },
      { word: 'liked', args: { since: null, limit: null }, at: at('1.liked'), as: 'liked-2', ...plain(1) },
      { word: 'top', args: { range: 'short', limit: 50 }, at: at('2.top'), as: 'top', ...plain(2) },
      {
        word: 'playlist',
        args: { id: id('p'), order: 'newest', asOf: null },
        at: at('3.playlist'),
        as: 'core',
        ...plain(3),
      },
    ],
  });
});

test('reads what a source carries of its own', () => {
  const [step] = read(from, [{ liked: {}, where: { explicit: false }, sort: ['added desc'], take: 5 }]).value ?? [];
  expect(step).toMatchObject({
    where: { kind: 'test', word: 'explicit', at: { file: '0.where.explicit' } },
    sort: [{ by: 'added', direction: 'desc', at: { file: '0.sort.0' } }],
    take: { count: 5, at: { file: '0.take' } },
  });
});

test('gives every source its own name', () => {
  const liked = { liked: null };
  expect(named([liked, { ...liked, as: 'liked' }, liked, { ...liked, as: 'liked-3' }, liked])).toEqual([
    'liked-2',
    'liked',
    'liked-4',
    'liked-3',
    'liked-5',
  ]);
});

test.each([
  [
    'a name twice',
    [
      { liked: null, as: 'a' },
      { top: null, as: 'a' },
      { top: null, as: 'a' },
    ],
    ['rules/wrong-value at 1.as', 'rules/wrong-value at 2.as'],
  ],
  ['two sources in one item', [{ top: null, liked: null }], ['rules/conflict at 0.liked']],
  ['an item without a source', [{ as: 'x', take: 3 }], ['rules/wrong-value at 0']],
  ['an unknown source', [{ likes: null }], ['against the schema']],
  ['a word that cannot stand alone', ['playlist'], ['against the schema']],
  ['no source', [], ['against the schema']],
  ['a recommendation', ['recommendations'], ['against the schema']],
  ['a wrong condition inside', [{ liked: null, where: [{ any: [{ titel: 'x' }] }] }], ['against the schema']],
  [
    'every mistake at once',
    [{ tracks: ['x', uri('a')], where: { released: 'soon' } }, { file: 'lists/no.csv' }, { liked: { since: 'x' } }],
    [
      'rules/wrong-value at 0.where.released',
      'rules/not-an-id at 0.tracks.0',
      'rules/no-such-file at 1.file',
      'rules/wrong-value at 2.liked.since',
    ],
  ],
])('refuses %s', (_, written, expected) => {
  expect(problems(written)).toEqual(expected);
});

test('gives plain JSON, so that a rule can be hashed', () => {
  const lists = [list('lists/a.csv', [{ uri: uri('a') }])];
  const written = [
    'top',
    { file: 'lists/a.csv' },
    { tracks: uri('a') },
    { artist: id('a') },
    { rule: 'other' },
    { search: { q: 'x', filters: { year: 1984 } } },
    { new_releases: { artists: 'followed' }, where: { title: { matches: '^a' }, artist: { in: ['a', id('b')] } } },
  ];
  const { value, problems } = read(from, written, lists);
  expect(problems).toEqual([]);
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
});
