import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { id, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
const many = <T>(count: number, one: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => one(at));
const numbered = (at: number): string => `album${at}`.padEnd(22, 'x');

/** An owner of a playlist of 260 rows who likes 260 tracks; Ann, who has 45 releases, and Bo, who has one. */
const world = smallWorld('', {
  owner: {
    savedTracks: many(260, (at) => ({ id: id('abcdef'[at % 6] ?? 'a'), addedAt: '2026-11-01T00:00:00Z' })),
  },
  list: { rows: many(260, (at) => ({ uri: uri('ghijkl'[at % 6] ?? 'g') })) },
  more: {
    artists: ['Ann', 'Bo'].map((name) => ({ id: id(name), name })),
    albums: many(46, (at) => ({
      ...{ id: numbered(at), name: `Album ${at}`, releaseDate: '2026-11-20' },
      ...{ artists: [id(at === 45 ? 'Bo' : 'Ann')], tracks: at < 44 ? [] : [id(at === 45 ? 'b' : 'a')] },
    })),
    tracks: [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({
      ...{ id: id(letter), name: `Song ${letter}`, artists: [id(letter === 'b' ? 'Bo' : 'Ann')] },
      ...(letter === 'a' ? { album: numbered(44) } : letter === 'b' ? { album: numbered(45) } : {}),
    })),
  },
});

const yaml = (budget: object): string => `${setlistYaml}budget: ${JSON.stringify({ followers: 0, ...budget })}\n`;
const from = (name: string, source: string): string => `name: ${name}\nfrom:\n  - ${source}\ntake: 3\n`;

const made = ({ world: { playlists } }: Stage, name: string): boolean =>
  [...playlists.values()].some((one) => one.name === name && one.rows.length > 0);
const asked = (stage: Stage, path: string): number => stage.requests().filter((one) => one.includes(path)).length;

describe('a list that is longer than what a day has', () => {
  test.for<readonly [string, string, readonly [number, number], string, number]>([
    // One more asks who the account is, before anything is written.
    ['library', 'liked', [6, 7], '/me/tracks', 6],
    // Half of what the listing leaves.
    ['playlist_reads', `playlist: ${id('list')}`, [8, 10], `/playlists/${id('list')}`, 5],
  ])(
    'in %s is left after its first page, with the budget that it takes',
    async ([bucket, source, [budget, needed], path, takes], { open, expect }) => {
      const files = {
        'playlists/long.yaml': from('Long', source),
        'playlists/short.yaml': from('Short', 'liked: { limit: 3 }'),
      };
      const stage = await open({ world, files: { ...files, 'playlists/setlist.yaml': yaml({ [bucket]: budget }) } });
      const night = await stage.setlist('sync');
      expect([night.exit, made(stage, 'Short'), made(stage, 'Long')]).toEqual([4, true, false]);
      expect(night.err).toContain(`in a day: it takes ${takes} requests`);
      expect(night.err).toContain(`budget: { ${bucket}: ${needed} }`);
      expect(asked(stage, path)).toBe(bucket === 'library' ? 2 : 1);
      // What the plan without Spotify says it costs.
      expect((await stage.setlist('plan --offline')).out).toMatch(new RegExp(`\\? long: .* ${takes}\\)$`, 'm'));

      await stage.write({ 'playlists/setlist.yaml': yaml({ [bucket]: needed }) });
      // On the first night the playlist that was made on the one before is read too.
      for (const _ of [1, 2]) {
        stage.world.nowMs += dayMs;
        expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
      }
      expect(made(stage, 'Long')).toBe(true);
    },
  );

  test('in artist_albums is begun once, and is in nobody else’s way from then on', async ({ open, expect }) => {
    const released = (artist: string): string => `new_releases: { artists: ["${id(artist)}"], within: 42d }`;
    const files = {
      'playlists/ann.yaml': from('By Ann', released('Ann')),
      'playlists/bo.yaml': from('By Bo', released('Bo')),
    };
    const stage = await open({ world, files: { ...files, 'playlists/setlist.yaml': yaml({ artist_albums: 3 }) } });
    const nights: unknown[] = [];
    for (const _ of [1, 2]) {
      const { exit, err } = await stage.setlist('sync');
      nights.push([exit, asked(stage, '/artists/'), made(stage, 'By Bo'), err.includes('{ artist_albums: 5 }')]);
      stage.world.nowMs += dayMs;
    }
    expect(nights).toEqual([
      [4, 3, false, true],
      [4, 1, true, true],
    ]);
    await stage.write({ 'playlists/setlist.yaml': yaml({ artist_albums: 6 }) });
    const last = await stage.setlist('sync');
    expect([last.exit, made(stage, 'By Ann')]).toEqual([0, true]);
    expect(await readFile(join(stage.folder, 'reports/owner/control.json'), 'utf8')).not.toContain('sizes');
  });
});
