import { expect, test } from 'vitest';
import { judge, where } from '../../../src/words/where.ts';
import { album, askingIn, candidate, id, read, track } from '../build.ts';

const song = candidate(track('song', { title: 'Night', explicit: true }), { album: album('album', '2026-11') });

const judged = (written: unknown, of = song) => {
  const { value, problems } = read(where, written);
  if (value === undefined) throw new Error(problems.join());
  const { holds, word, at, datum } = judge(value, of, askingIn());
  return [holds, word, at.file, datum];
};

test.each([
  ['the only test', [{ title: 'night' }], [true, 'title', '0.title', 'title "Night"']],
  ['a map for a list of one', { title: 'night' }, [true, 'title', 'title', 'title "Night"']],
  [
    'the first test that fails',
    [{ title: 'night' }, { title: 'day' }, { explicit: false }],
    [false, 'title', '1.title', 'title "Night"'],
  ],
  [
    'a failure before what is not known',
    [{ released: { in_the_last: '1d' } }, { explicit: false }],
    [false, 'explicit', '1.explicit', 'explicit yes'],
  ],
  ['what is not known', [{ explicit: true }, { added: 2020 }], [null, 'added', '1.added', 'added not known']],
  [
    'a date that does not decide',
    [{ released: { in_the_last: '1d' } }],
    [null, 'released', '0.released', 'released 2026-11'],
  ],
  ['the test under a not', [{ not: { title: 'night' } }], [false, 'title', '0.not.title', 'title "Night"']],
  [
    'what an any found',
    [{ any: [{ title: 'x' }, { explicit: true }] }],
    [true, 'explicit', '0.any.1.explicit', 'explicit yes'],
  ],
  [
    'the group when nothing of an any holds',
    [{ any: [{ title: 'x' }, { explicit: false }] }],
    [false, 'any', '0.any', 'title "Night"; explicit yes'],
  ],
  [
    'the group when everything holds',
    [{ title: 'night' }, { explicit: true }],
    [true, 'all', '', 'title "Night"; explicit yes'],
  ],
  [
    'several fields of one map',
    [{ title: 'night', explicit: false }],
    [false, 'explicit', '0.explicit', 'explicit yes'],
  ],
  ['no condition at all', [], [true, 'all', '', 'no condition']],
])('says that %s decided', (_, written, expected) => {
  expect(judged(written)).toEqual(expected);
});

test('asks for no fact that cannot change the verdict', () => {
  const asking = askingIn();
  const { value } = read(where, [{ added: 2020 }, { title: 'x' }]);
  if (value !== undefined) judge(value, candidate(undefined, { addedAt: '2021-01-01T00:00:00Z' }), asking);
  expect(asking.needs).toEqual([]);
});

test('asks for everything that can still decide', () => {
  const asking = askingIn();
  const { value } = read(where, [{ title: 'x' }, { on_playlist: id('p') }]);
  if (value !== undefined) judge(value, candidate(undefined), asking);
  expect(asking.needs).toEqual([`track spotify:track:${id('unknown')}`, `playlist ${id('p')}`]);
});

test.each([
  ['an unknown field', [{ titel: 'x' }], ['against the schema']],
  ['an empty map', [{}], ['against the schema']],
  ['an empty any', [{ any: [] }], ['against the schema']],
  ['a wrong test deep inside', [{ all: [{ any: [{ not: { titel: 'x' } }] }] }], ['against the schema']],
  [
    'every mistake at once',
    [{ released: 'soon' }, { any: [{ title: { matches: '[' } }, { not: { duration: 'x' } }] }],
    [
      'rules/wrong-value at 0.released',
      'rules/bad-pattern at 1.any.0.title.matches',
      'rules/wrong-value at 1.any.1.not.duration',
    ],
  ],
])('refuses %s', (_, written, problems) => {
  expect(read(where, written)).toEqual({ value: undefined, problems });
});
