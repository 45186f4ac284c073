import { expect, test } from 'vitest';
import type { LocalUri } from '../../../src/domain/ids.ts';
import { fields } from '../../../src/words/where/index.ts';
import type { FieldWord } from '../../../src/words/word.ts';
import { album, artistId, askingIn, candidate, episode, id, read, track, type World } from '../build.ts';

const local = (path: string) => candidate(undefined, { uri: `spotify:local:${path}` as LocalUri });
const song = track('song', {
  title: 'Plastic Love',
  artists: [
    { id: artistId('mariya'), name: 'Mariya Takeuchi' },
    { id: artistId('guest'), name: 'Straße' },
  ],
  durationMs: 201_900,
});
const released = (date: string | null) => candidate(song, { album: album('album', date) });

const judged = (word: keyof typeof fields, written: unknown, of = candidate(song), world: World = {}) => {
  const field: FieldWord = fields[word];
  const { value, problems } = read(field, written);
  if (value === undefined) throw new Error(problems.join());
  return field.test(value, of, askingIn(world)).holds;
};

test.each([
  ['a title, letter case left out', 'title', 'plastic LOVE', true],
  ['another title', 'title', 'Love', false],
  ['a part of a title', 'title', { contains: 'tic lo' }, true],
  ['a full-width part', 'title', { contains: 'ＬＯＶＥ' }, true],
  ['a beginning', 'title', { starts_with: 'plastic' }, true],
  ['an ending', 'title', { ends_with: 'plastic' }, false],
  ['a pattern, anywhere and in any case', 'title', { matches: 'l.v' }, true],
  ['a pattern with anchors', 'title', { matches: '^love$' }, false],
  ['a number for a title', 'title', 1999, false],
  ['several operators, which must all hold', 'title', { contains: 'love', starts_with: 'love' }, false],
  ['the first artist', 'artist', 'mariya takeuchi', true],
  ['any other artist, as case folds', 'artist', 'STRASSE', true],
  ['an artist by id', 'artist', id('guest'), true],
  ['an artist by link', 'artist', `https://open.spotify.com/artist/${id('mariya')}?si=x`, true],
  ['one of several artists', 'artist', { in: ['Nobody', `spotify:artist:${id('guest')}`] }, true],
  ['none of several artists', 'artist', { not_in: ['Nobody', 'Straße'] }, false],
  ['not an artist', 'artist', { is_not: 'Nobody' }, true],
  ['a length between', 'duration', { between: ['2:00', '6:00'] }, true],
  ['a length to the second', 'duration', { is: '3:21' }, true],
  ['a longer length', 'duration', { gt: '3:21' }, true],
  ['a length in seconds', 'duration', { lte: 201 }, false],
  ['a length up to the same', 'duration', { gte: '3:22' }, false],
  ['no explicit track', 'explicit', false, true],
  ['an explicit track', 'explicit', { is: true }, false],
  ['not an explicit track', 'explicit', { is_not: true }, true],
] as const)('tests %s', (_, word, written, holds) => {
  expect(judged(word, written)).toBe(holds);
});

test.each([
  ['a day inside', '2026-11-20', { in_the_last: '14d' }, true],
  ['the first day inside', '2026-11-08', { in_the_last: '14d' }, true],
  ['the last day outside', '2026-11-07', { in_the_last: '14d' }, false],
  ['the night itself', '2026-11-22', { in_the_last: '14d' }, true],
  ['a day to come', '2026-11-23', { in_the_last: '14d' }, false],
  ['a month that reaches out', '2026-11', { in_the_last: '14d' }, null],
  ['a month that is inside', '2026-10', { in_the_last: '2mo' }, true],
  ['a month that is over', '2026-10', { in_the_last: '14d' }, false],
  ['a year that is not over', '2026', { not_in_the_last: '14d' }, null],
  ['a year long ago', '1984', { not_in_the_last: '2y' }, true],
  ['a date that Spotify does not know', '0000', { before: 2000 }, null],
  ['a date that Spotify does not tell', null, { before: 2000 }, null],
  ['a year before', '1984', { before: 1985 }, true],
  ['a year before its own middle', '1984', { before: '1984-06' }, null],
  ['a year after', '1984', { after: 1983 }, true],
  ['a day after its own month', '1984-06-01', { after: '1984-06' }, false],
  ['a day of a month', '1984-06-01', { on: '1984-06' }, true],
  ['a year of a month', '1984', '1984-06', null],
  ['another year', '1984', { is_not: 1985 }, true],
  ['a year between years', '1989', { between: [1980, 1989] }, true],
  ['a day between days', '1989-05-05', { between: ['1989-05-06', '1989-05-07'] }, false],
  ['a day of this week, from Monday', '2026-11-16', { this: 'week' }, true],
  ['the Sunday before', '2026-11-15', { this: 'week' }, false],
  ['a month of this year', '2026-02', { this: 'year' }, true],
  ['a day of another month', '2026-10-31', { this: 'month' }, false],
] as const)('judges %s', (_, date, written, holds) => {
  expect(judged('released', written, released(date))).toBe(holds);
});

test.each([
  ['title', 'Night + Day', true],
  ['artist', 'A/B', true],
  ['artist', `spotify:artist:${id('guest')}`, null],
  ['album', { contains: 'live' }, true],
  ['duration', { gt: '4:00' }, true],
  ['explicit', false, null],
  ['released', 2020, null],
  ['added', 2020, null],
] as const)('reads %s of a local file', (word, written, holds) => {
  expect(judged(word, written, local('A%2FB:Live:Night+%2B+Day:250'))).toBe(holds);
});

test.each([
  ['a wrong encoding', 'title', '%E0%A4%A', '::%E0%A4%A:250', true],
  ['an empty artist', 'artist', 'x', ':::', null],
  ['an empty album', 'album', 'x', 'a::t:1', null],
  ['a length that is none', 'duration', { gt: '0:01' }, 'a:b:t:1e9', null],
  ['too few parts', 'title', 'a', 'a', null],
] as const)('takes %s of a local file as it stands', (_, word, written, path, holds) => {
  expect(judged(word, written, local(path))).toBe(holds);
});

test.each([
  ['artist', { is_not: 'x' }, true],
  ['album', 'x', false],
  ['title', 'talk', true],
  ['released', '2026-11-20', true],
] as const)('reads %s of an episode', (word, written, holds) => {
  expect(judged(word, written, candidate(episode('talk')))).toBe(holds);
});

test.each([
  ['2026-11-20T23:30:00Z', 'Europe/Stockholm', '2026-11-21'],
  ['2026-11-20T23:30:00Z', 'America/Los_Angeles', '2026-11-20'],
])('counts %s in %s as %s', (addedAt, timezone, day) => {
  expect(judged('added', day, candidate(song, { addedAt }), { timezone })).toBe(true);
});

test.each(['title', 'artist', 'album', 'released', 'duration', 'explicit'] as const)(
  'asks for a track whose %s is not known',
  (word) => {
    const field: FieldWord = fields[word];
    const written = word === 'duration' ? '1:00' : word === 'released' ? 2020 : word === 'explicit' ? true : 'x';
    const asking = askingIn();
    expect(field.test(read(field, written).value, candidate(undefined), asking).holds).toBe(null);
    expect(asking.needs).toEqual([`track spotify:track:${id('unknown')}`]);
  },
);

test.each([
  ['released', { in_the_last: '2h' }, 'rules/wrong-value at in_the_last'],
  ['released', { in_the_last: 'soon' }, 'rules/wrong-value at in_the_last'],
  ['released', '2026-02-30', 'rules/wrong-value at'],
  ['released', { between: ['2026', '20'] }, 'rules/wrong-value at between.1'],
  ['released', { between: [2026, 2020] }, 'rules/wrong-value at between'],
  ['released', { befor: 2020 }, 'against the schema'],
  ['duration', { between: ['6:00', '2:00'] }, 'rules/wrong-value at between'],
  ['duration', 'long', 'rules/wrong-value at'],
  ['artist', { in: ['x', `spotify:track:${id('x')}`] }, 'rules/not-an-id at in.1'],
  ['album', `https://open.spotify.com/artist/${id('x')}`, 'rules/not-an-id at'],
  ['title', { matches: '(' }, 'rules/bad-pattern at matches'],
  ['title', { matches: '(a)\\1' }, 'rules/bad-pattern at matches'],
  ['title', { matches: '(?=a)' }, 'rules/bad-pattern at matches'],
  ['title', { in: [] }, 'against the schema'],
  ['title', {}, 'against the schema'],
] as const)('refuses %s: %j', (word, written, complaint) => {
  expect(read(fields[word] as FieldWord, written)).toEqual({ value: undefined, problems: [complaint] });
});
