import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { Fault } from '../../../src/simulator/world/schema/settings.ts';
import { type Stage, test } from '../stage/stage.ts';
import { id, playlistId, rule, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
const [ann, bo, other] = [id('Ann'), id('Bo'), id('other')];
const first = id('Singlea');
/** A rule for each list that can come short: what it reads, where that page is, and what its playlist holds. */
const rules = {
  liked: ['liked', '/me/tracks', 'abcdef'],
  copy: [`playlist: "spotify:playlist:${other}"`, `/playlists/${other}`, 'abcdef'],
  found: ['search: { q: Song, take: 10 }', '/search', 'abcdef'],
  top: ['top: { range: long }', '/me/top/tracks', 'abcdef'],
  followed: ['new_releases: { artists: followed, within: 60d }', '/me/following', 'abcdef'],
  // Where a discography ends only a short page tells: one that shows some is believed.
  bo: [`artist: "spotify:artist:${bo}"`, `/artists/${bo}/albums`, 'def'],
  ann: [`artist: "spotify:artist:${ann}"`, `/albums/${first}`, 'abc'],
} as const;
const all = Object.entries(rules);

const listed = (letters: string) => [...letters].map((letter) => ({ uri: uri(letter) }));
const by = (letter: string): string => (letter < 'd' ? ann : bo);

function world() {
  const ids = [...'abcdef'].map(id);
  const lists = all.map(([slug, [, , letters]]) => ({
    id: id(slug),
    owner: 'owner',
    name: slug,
    rows: listed(letters),
  }));
  const small = smallWorld('', {
    owner: {
      savedTracks: ids.map((one) => ({ id: one, addedAt: '2026-11-01T00:00:00Z' })),
      topTracks: { long_term: ids },
      followedArtists: [ann, bo],
      playlists: [...lists.map((one) => one.id), other],
    },
  });
  const singles = [...'abcdef'].map((letter, at) => ({
    ...{ id: id(`Single${letter}`), name: `Single ${letter}`, kind: 'single', tracks: [id(letter)] },
    ...{ artists: [by(letter)], releaseDate: `2026-11-0${9 - at}` },
  }));
  const tracks = small.tracks.filter((one) => ids.includes(one.id));
  return {
    ...small,
    artists: [ann, bo].map((one) => ({ id: one, name: one })),
    albums: singles,
    tracks: tracks.map((one) => ({ ...one, album: id(`Single${one.id[0]}`), artists: [by(one.id)] })),
    playlists: [...lists, { id: other, owner: 'owner', name: 'Other', rows: listed('abcdef') }],
  };
}

/** Nothing but the reading stands in the way of a removal. */
const guard = 'guard: { max_removed: [100%, 100], max_removed_28_nights: 9999% }\n';
const files = {
  'playlists/setlist.yaml': setlistYaml,
  ...Object.fromEntries(
    all.map(([slug, [source]]) => [`playlists/${slug}.yaml`, `name: ${slug}\nfrom:\n  - ${source}\n${guard}`]),
  ),
  'reports/owner/control.json': `${JSON.stringify({
    version: 1,
    playlists: Object.fromEntries(all.map(([slug]) => [slug, { id: id(slug), contact: 'known' }])),
  })}\n`,
};

const short = (path: string, keeps: number): Fault => ({
  method: 'GET',
  path,
  kind: 'short',
  when: 'after',
  retryAfterSeconds: 5,
  keeps,
});

async function night(stage: Stage) {
  const { exit, out, err } = await stage.setlist('sync');
  stage.world.nowMs += dayMs;
  const rows = Object.fromEntries(all.map(([slug]) => [slug, [...stage.rows(id(slug))].sort().join('')]));
  return { exit, said: out + err, rows };
}

const asTheyWere = Object.fromEntries(all.map(([slug, [, , letters]]) => [slug, letters]));
const gapsIn = (said: string): number => said.split('plan/incomplete-source').length - 1;

describe('pages without rows', () => {
  test.for([
    [0, all],
    [1, all.filter(([slug]) => slug !== 'ann' && slug !== 'bo')],
  ] as const)(
    'remove nothing when %i are left, and are whole again on the next night',
    async ([keeps, struck], { open, expect }) => {
      const stage = await open({ world: world(), files });
      stage.world.faults.push(...struck.map(([, [, path]]) => short(path, keeps)));
      const { exit, said, rows } = await night(stage);
      expect({ rows, exit, gaps: gapsIn(said) }, said).toEqual({ rows: asTheyWere, exit: 6, gaps: struck.length });
      stage.world.faults.length = 0;
      const next = await night(stage);
      expect(next, next.said).toMatchObject({ exit: 0, rows: asTheyWere });
    },
  );

  test('of the listing itself cost more reads and nothing else', async ({ open, expect }) => {
    const stage = await open({ world: world(), files });
    stage.world.faults.push(short('/me/playlists', 2));
    expect(await night(stage)).toMatchObject({ exit: 0, rows: asTheyWere });
  });
});

test('an album that the ledger holds to be empty is asked for again', async ({ open, expect }) => {
  const stage = await open({ world: world(), files });
  await night(stage);
  const facts = join(stage.folder, 'reports/owner/facts');
  for (const shard of await readdir(facts)) {
    const told = await readFile(join(facts, shard), 'utf8');
    const emptied = told.replaceAll(/^(\["answer","owner album \w+",\{"answer":\{"found":)\[[^\]]*\]/gm, '$1[]');
    await stage.write({ [`reports/owner/facts/${shard}`]: emptied });
  }
  stage.requests();
  expect(await night(stage)).toMatchObject({ exit: 0, rows: asTheyWere });
  expect(stage.requests().filter((one) => one.includes('/albums/'))).toHaveLength(6);
  expect(await night(stage)).toMatchObject({ exit: 0, rows: asTheyWere });
  expect(stage.requests().filter((one) => one.includes('/albums/'))).toEqual([]);
});

test('a listing without rows does not make a playlist twice whose creation was not answered', async ({
  open,
  expect,
}) => {
  const stage = await open({
    world: smallWorld('abc', { list: { name: 'Another' } }),
    files: { 'playlists/new.yaml': rule('New', 'ab') },
  });
  const lost: Fault = {
    method: 'POST',
    path: '/me/playlists',
    kind: '500',
    when: 'after',
    nth: [1],
    retryAfterSeconds: 5,
  };
  stage.world.faults.push(lost, short('/me/playlists', 0));
  const made = () =>
    [...stage.world.playlists.values()].filter(({ id: one }) => one !== playlistId).map(({ rows }) => rows.length);
  const nights = [];
  for (const _ of [1, 2, 3]) {
    if (nights.length === 2) stage.world.faults.length = 0;
    const { exit, out, err } = await stage.setlist('sync');
    nights.push({ exit, made: made() });
    expect(out + err).not.toContain('apply/orphan');
    stage.world.nowMs += dayMs;
  }
  expect(nights).toEqual([
    { exit: 5, made: [0] },
    { exit: 5, made: [0] },
    { exit: 0, made: [2] },
  ]);
});
