import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Playbook } from '../../src/domain/portfolio.ts';
import { type PlaylistFiles, readPlaybook } from '../../src/rules/read-playbook.ts';
import { portfolio, withFiles } from './portfolio.ts';
import { codes, report } from './report.ts';

const rule = (more: string): string => `name: Night\naccount: studio\n${more}`;

function read(files: PlaylistFiles): Playbook {
  const found = readPlaybook(files);
  if (!found.ok) throw new Error(report(files));
  return found.value;
}

const slugs = (files: PlaylistFiles): readonly string[] => read(files).rules.map(({ slug }) => slug);

test('says every mistake of every file at once, sorted by file, line and column', () => {
  const files = withFiles({
    'z.yaml': rule('from: [likd]\ntake: { cuont: 1 }\nguard: { max_removed: [x, 1] }\n'),
    'a/b.yaml': rule('from:\n  - playlist: nope\n  - rule: nowhere\nsort: relased\n'),
    'setlist.yaml': 'title: T\ntimezone: Mars\napps: {}\n',
    'lists/wrong.csv': 'track\nPlastic Love\n',
    'lists/wrong.yaml': 'artists: [Mariya]\n',
    'broken.yaml': 'name: "x\n',
    'bytes.yaml': new Uint8Array([0xc3, 0x28]),
  });
  expect(codes(files)).toEqual([
    'playlists/a/b.yaml:4:15 rules/not-an-id',
    'playlists/a/b.yaml:5:11 rules/no-such-rule',
    'playlists/a/b.yaml:6:7 rules/wrong-value',
    'playlists/broken.yaml:2:1 rules/not-yaml',
    'playlists/bytes.yaml:1:1 rules/not-text',
    'playlists/lists/wrong.csv:2:1 rules/not-an-id',
    'playlists/lists/wrong.yaml:1:11 rules/not-an-id',
    'playlists/setlist.yaml:2:11 rules/wrong-value',
    'playlists/setlist.yaml:3:7 rules/wrong-value',
    'playlists/z.yaml:3:8 rules/wrong-value',
    'playlists/z.yaml:4:9 rules/unknown-key',
    'playlists/z.yaml:5:24 rules/wrong-value',
  ]);
});

test('says that there is no portfolio, and what else is wrong', () => {
  const files = new Map([...portfolio].filter(([path]) => path !== 'setlist.yaml'));
  expect(codes(files)).toEqual(['rules/no-portfolio']);
  expect(codes(new Map([...files, ['night.yaml', rule('from: [likd]\n')]]))).toEqual([
    'rules/no-portfolio',
    'playlists/night.yaml:3:8 rules/wrong-value',
  ]);
});

test('puts every rule behind those that it reads, by slug otherwise', () => {
  const files = withFiles({
    'a.yaml': rule('from:\n  - rule: z\n'),
    'b.yaml': rule('from: [liked]\n'),
    'z.yaml': rule('from:\n  - rule: m/x\n'),
    'm/x.yaml': rule('from: [top]\n'),
  });
  expect(slugs(files)).toEqual(['m/x', 'z', 'a', 'b', 'deep-cuts', 'label/low-light']);
});

test('counts folders and endings out when it sorts', () => {
  const files = withFiles({ 'a.yaml': rule('from: [liked]\n'), 'a-b.yaml': rule('from: [liked]\n') });
  expect(slugs(files).slice(0, 2)).toEqual(['a', 'a-b']);
});

test('shows rules that wait for each other as a path, once', () => {
  const files = withFiles({
    'a.yaml': rule('from:\n  - rule: b\n'),
    'b.yaml': rule('from:\n  - rule: c\n'),
    'c.yaml': rule('from:\n  - rule: a\n'),
    'd.yaml': rule('from:\n  - rule: a\n'),
  });
  expect(report(files)).toMatchInlineSnapshot(`
    "playlists/c.yaml:4:11: Cannot resolve rules that wait for each other: a → b → c → a [rules/cycle]
      4 |   - rule: a
        |           ^
      fix: Let one of them read a playlist by its id, as it was last night
    "
  `);
});

test('gives the same for files in any order', () => {
  expect(read(new Map([...portfolio].reverse()))).toEqual(read(portfolio));
});

test('takes what is not a rule for what it is', () => {
  const files = withFiles({
    'README.md': '# Rules\n',
    'playlist.schema.json': '{}',
    'lists/README.md': '# Lists\n',
    'lists/.gitkeep': '',
    'tests/november.json': '{}',
  });
  expect(slugs(files)).toEqual(slugs(portfolio));
  expect(codes(withFiles({ 'templates/decade.yaml': 'params: {}\n' }))).toEqual([
    'playlists/templates/decade.yaml:1:1 rules/not-yet',
  ]);
});

test('gives two files of one slug to nobody', () => {
  expect(codes(withFiles({ 'deep-cuts.yml': rule('from: [liked]\n') }))).toEqual([
    'playlists/deep-cuts.yml:1:1 rules/conflict',
  ]);
});

test('fills in what a rule does not say, from the portfolio first', () => {
  const setlist = `${portfolio.get('setlist.yaml')}defaults: { hand_edits: keep, guard: { max_removed: [10%, 4], min_tracks: 3 } }\n`;
  const files = withFiles({ 'setlist.yaml': setlist, 'night.yaml': rule('from: [liked]\nguard: { min_tracks: 9 }\n') });
  const night = read(files).rules.find(({ slug }) => slug === 'night');
  expect(night?.settings).toMatchObject({
    handEdits: 'keep',
    guard: { maxRemoved: { share: 0.1, count: 4 }, minTracks: 9, maxRemoved28Nights: 2, emptySource: 'keep_last_good' },
    write: { maxRequests: 15, beyond: 'rebuild' },
    schedule: [{ kind: 'every', every: 'day', on: [], between: null }],
    ack: null,
    protected: false,
    suspend: false,
  });
  expect(night).toMatchObject({
    public: false,
    unknown: 'keep',
    description: null,
    dedupe: { args: { by: 'recording' } },
  });
});

test('fills in the portfolio: plan only, and the budget of the design', () => {
  expect(read(portfolio).portfolio).toEqual({
    title: 'Nightbird Records',
    timezone: 'Europe/Stockholm',
    apps: [
      { name: 'main', clientId: '0123456789abcdef0123456789abcdef', perSecond: 1, accounts: ['studio', 'sampler'] },
    ],
    apply: 'off',
    suspend: false,
    limits: { creations: 5, requests: 500 },
    retentionDays: 400,
    budget: {
      playlist_reads: 300,
      writes: 100,
      search: 200,
      tracks: 300,
      albums: 200,
      artist_albums: 60,
      library: 100,
      followers: 30,
    },
  });
});

test('reads the sample of the rule language', () => {
  const text = readFileSync(join(import.meta.dirname, 'cases', 'right.yaml'), 'utf8');
  const night = read(withFiles({ 'night-drive.yaml': text })).rules.find(({ slug }) => slug === 'night-drive');
  expect(night).toMatchObject({
    name: 'Night Drive',
    account: 'studio',
    from: [
      { word: 'new_releases', as: 'new' },
      { word: 'rule', as: 'core', args: { slug: 'deep-cuts' }, at: { file: 'playlists/night-drive.yaml', line: 10 } },
    ],
    take: { count: 120, perArtist: 3 },
    pins: [{ uri: 'spotify:track:4uLU6hMCjMI75M1A2tKUQC', range: [1, 1], reason: 'Summer push' }],
    settings: { schedule: [{ every: 'week', on: ['fri'] }], guard: { minTracks: 40 } },
  });
});

test('holds rules that are plain JSON', () => {
  const { rules } = read(portfolio);
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
});

test('a rule that moved says where it was, and no rule may still be there', () => {
  const of = (was: string) =>
    withFiles({ 'night.yaml': rule('from: [liked]\n'), 'late/night.yaml': rule(`from: [liked]\nwas: ${was}\n`) });
  const wasIn = (files: PlaylistFiles) =>
    read(files).rules.flatMap(({ slug, was }) => (slug.endsWith('night') ? [[slug, was]] : []));
  const moved = [
    ['late/night', 'old/night'],
    ['night', null],
  ];
  expect(wasIn(of('old/night')).sort()).toEqual(moved);
  expect(wasIn(of('playlists/old/night.yaml')).sort()).toEqual(moved);
  expect(codes(of('night'))).toEqual(['playlists/late/night.yaml:4:6 rules/conflict']);
  expect(codes(of('late/night'))).toEqual(['playlists/late/night.yaml:4:6 rules/conflict']);
});
