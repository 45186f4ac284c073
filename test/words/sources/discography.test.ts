import { expect, test } from 'vitest';
import { album, albumId, artistId, id, list, missing, part, track, uri, type World, whole } from '../build.ts';
import { refusals, run } from './source.ts';

const by = (name: string) => ({ artists: [{ id: artistId(name), name: name.toUpperCase() }] });
const discography = (artist: string, groups = 'album+single') => `discography ${id(artist)} ${groups}`;
const of = (...names: readonly string[]) => whole(names.map(albumId));
const holds = (...names: readonly string[]) => whole(names.map(uri));

/** Two artists: `x` with a new single, an album of this month and an old one, `y` with one of tomorrow and one with `x`. */
const world: World = {
  albums: [
    album('single', '2026-11-20', by('x')),
    album('month', '2026-11', by('x')),
    album('old', '1984', by('x')),
    album('tomorrow', '2026-11-23', by('y')),
    album('both', '2026-11-21', { artists: [...by('y').artists, ...by('x').artists] }),
    album('sampler', '2026-11-19', by('various')),
  ],
  items: [track('x1', by('x')), track('y1', by('y')), track('z1', by('z'))],
  answers: {
    followed: whole([artistId('x'), artistId('y'), artistId('x')]),
    [discography('x')]: of('old', 'month', 'single', 'both'),
    [discography('y')]: of('tomorrow', 'both'),
    [discography('y', 'appears_on')]: of('sampler'),
    [`album ${id('single')}`]: holds('s1', 's2'),
    [`album ${id('month')}`]: holds('m1'),
    [`album ${id('old')}`]: holds('o1', 'o2', 'o3'),
    [`album ${id('tomorrow')}`]: holds('t1'),
    [`album ${id('both')}`]: holds('b1', 'b2'),
    [`album ${id('sampler')}`]: holds('x1', 'y1', 'z1'),
  },
};
const without = (...keys: readonly string[]): World => ({
  ...world,
  answers: Object.fromEntries(Object.entries(world.answers ?? {}).filter(([key]) => !keys.includes(key))),
});
const both = [id('x'), `https://open.spotify.com/artist/${id('y')}`];

test.each([
  ['of the last days, the newest first', {}, ['b1', 'b2', 's1', 's2']],
  ['but not of a month that is not over', { within: '4w' }, ['b1', 'b2', 's1', 's2']],
  ['of the lead track only', { lead_track_only: true }, ['b1', 's1']],
  ['with so many a release', { per_release: 1 }, ['b1', 's1']],
  ['with so many an artist', { per_artist: 3 }, ['b1', 'b2', 's1']],
  ['of today only', { within: '0d' }, []],
])('yields new releases %s', (_, written, names) => {
  expect(run('new_releases', { artists: 'followed', ...written }, world)).toMatchObject({ names, gaps: [], needs: [] });
});

test('lets a release of tomorrow wait until its night', () => {
  const later = { ...world, night: '2026-11-23' };
  expect(run('new_releases', { artists: id('y'), within: '1d' }, later).names).toEqual(['t1']);
});

test('puts the newest release of all artists first', () => {
  const later = { ...world, night: '2026-11-23' };
  expect(run('new_releases', { artists: 'followed', per_release: 1 }, later).names).toEqual(['t1', 'b1', 's1']);
});

test('takes a release of a month once the month is over and reaches back so far', () => {
  const december = { ...world, night: '2026-12-02' };
  expect(run('new_releases', { artists: id('x'), within: '30d' }, december).names).not.toContain('m1');
  expect(run('new_releases', { artists: id('x'), within: '31d' }, december).names).toContain('m1');
});

test('says what came out when and by whom', () => {
  expect(run('new_releases', { artists: 'followed', per_release: 1 }, world).data).toEqual([
    'released 2026-11-21 by X on "both"',
    'released 2026-11-20 by X on "single"',
  ]);
});

test('takes of the albums of others only what the artist is on', () => {
  expect(run('new_releases', { artists: id('y'), groups: ['appears_on'] }, world)).toMatchObject({
    names: ['y1'],
    data: ['released 2026-11-19 by Y on "sampler"'],
  });
});

test.each([
  ['all followed artists', 'followed', without('followed', discography('x'), discography('y')), ['followed']],
  ['all discographies', both, without(discography('x'), discography('y')), [discography('x'), discography('y')]],
  ['the discography that lacks', both, without(discography('x')), [discography('x')]],
  [
    'all albums',
    both,
    without(`album ${id('single')}`, `album ${id('both')}`),
    [`album ${id('single')}`, `album ${id('both')}`],
  ],
  [
    'an album of which no date is known',
    both,
    { ...without(`album ${id('old')}`), albums: world.albums?.filter((one) => one.title !== 'old') ?? [] },
    [`album ${id('old')}`],
  ],
])('asks at once for %s', (_, artists, lacking, needs) => {
  expect(run('new_releases', { artists }, lacking)).toMatchObject({ names: undefined, needs });
});

test('has a gap for every artist and album that was not read whole', () => {
  const answers = {
    ...world.answers,
    followed: part([artistId('x'), artistId('y'), artistId('z')]),
    [discography('y')]: part([albumId('both')]),
    [discography('z')]: missing,
    [`album ${id('both')}`]: part([uri('b1')]),
  };
  expect(run('new_releases', { artists: 'followed' }, { ...world, answers })).toMatchObject({
    names: ['b1', 's1', 's2'],
    gaps: [
      'the list of followed artists was not read whole: a page failed',
      `the discography of artist ${id('y')} was not read whole: a page failed`,
      `the discography of artist ${id('z')} is missing`,
      `album ${id('both')} was not read whole: a page failed`,
    ],
  });
});

test.each([
  ['one artist', 'artist', id('x'), ['b1', 'b2', 's1', 's2', 'm1', 'o1', 'o2', 'o3']],
  ['several, one after the other', 'artists', both, ['b1', 'b2', 's1', 's2', 'm1', 'o1', 'o2', 'o3', 't1']],
  ['what came out in a window', 'artists', { artists: both, released: { before: 2000 } }, ['o1', 'o2', 'o3']],
  ['what came out in a year', 'artists', { artists: both, released: 1984 }, ['o1', 'o2', 'o3']],
  ['so many an album', 'artist', { artists: id('x'), per_album: 1 }, ['b1', 's1', 'm1', 'o1']],
  ['so many an artist', 'artists', { artists: both, per_artist: 1 }, ['b1', 't1']],
] as const)('yields of discographies %s', (_, word, written, names) => {
  expect(run(word, written, world).names).toEqual(names);
});

test('does not depend on the order in which Spotify lists albums', () => {
  const albums = (world.albums ?? []).map((one) => ({ ...one, released: '2026-11-20' }));
  const listing = (...names: readonly string[]) =>
    run('artist', id('x'), { ...world, albums, answers: { ...world.answers, [discography('x')]: of(...names) } });
  expect(listing('both', 'single', 'old')).toEqual(listing('old', 'both', 'single'));
});

test('opens only albums that it wants', () => {
  const bare = { ...world, answers: { [discography('x')]: of('old', 'single'), [`album ${id('old')}`]: holds('o1') } };
  expect(run('artist', { artists: id('x'), released: { before: 2000 } }, bare)).toMatchObject({
    names: ['o1'],
    needs: [],
  });
});

test('reads artists from a list file, each once', () => {
  const lists = [list('lists/a.yaml', [{ artist: artistId('y') }, { uri: uri('q') }, { artist: artistId('y') }])];
  expect(run('artists', 'lists/a.yaml', { ...world, lists }).names).toEqual(['t1', 'b1', 'b2']);
});

test.each([
  ['a span of hours', { artists: 'followed', within: '36h' }, ['rules/wrong-value at within']],
  ['a wrong group', { artists: 'followed', groups: ['albums'] }, ['against the schema']],
  [
    'two numbers for one thing',
    { artists: 'followed', lead_track_only: true, per_release: 2 },
    ['rules/conflict at per_release'],
  ],
  [
    'everything at once',
    { artists: ['x', uri('a')], within: 'x' },
    ['rules/not-an-id at artists.0', 'rules/not-an-id at artists.1', 'rules/wrong-value at within'],
  ],
  ['no artists', {}, ['against the schema']],
])('refuses %s', (_, written, problems) => {
  expect(refusals('new_releases', written)).toEqual(problems);
});
