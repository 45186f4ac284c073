import { describe } from 'vitest';
import { changed } from '../../../src/simulator/world/edit.ts';
import { type Stage, test } from '../stage/stage.ts';
import { control, id, playlistId, rule, setlistYaml, smallWorld } from '../stage/world.ts';

const dayMs = 86_400_000;
const anything = 'guard: { max_removed: [100%, 100], max_removed_28_nights: 9999% }\n';
const filesOf = (letters: string, more = '') => ({
  'playlists/setlist.yaml': `${setlistYaml}budget: { followers: 0 }\n`,
  'playlists/list.yaml': rule('List', letters, `${anything}${more}`),
});

const firstFilesOf = (letters: string, more = '') => ({ ...filesOf(letters, more), ...control('list') });

/** `a` and `b` are one recording under two ids; or nothing says that they are. */
function world(told = true) {
  const small = smallWorld('');
  if (!told) return small;
  const same = { name: 'Song', isrc: 'SEAAA2600001' };
  const isOne = (track: string): boolean => track === id('a') || track === id('b');
  return { ...small, tracks: small.tracks.map((one) => (isOne(one.id) ? { ...one, ...same } : one)) };
}

/** From now on Spotify shows `a` as `b`. */
function relink({ world }: Stage): void {
  const [track, list] = [world.tracks.get(id('a')), world.playlists.get(playlistId)];
  if (track === undefined || list === undefined) throw new Error('There is no such track or list');
  track.relinks['DE'] = id('b');
  changed(world, list);
  world.nowMs += 3_600_000;
}

async function night(stage: Stage) {
  stage.requests();
  const { exit, err, out } = await stage.setlist('sync');
  stage.world.nowMs += dayMs;
  const sent = stage.requests().filter((one) => !one.startsWith('GET '));
  return { exit, said: `${err}${out}`, writes: sent.length, rows: stage.rows() };
}

describe('a track that comes to be shown under another id', () => {
  test.for([
    ['the rule names it', 'ca'],
    ['the rule names both ids', 'cab'],
  ] as const)('is left where it stands when %s', async ([, letters], { open, expect }) => {
    const stage = await open({ world: world(), files: firstFilesOf(letters) });
    expect(await night(stage)).toMatchObject({ exit: 0, rows: 'ca' });
    relink(stage);
    for (const time of [2, 3])
      expect(await night(stage), `night ${time}`).toMatchObject({ exit: 0, writes: 0, rows: 'ca' });
  });

  test('is one with the row that it is shown as, and then at rest', async ({ open, expect }) => {
    const stage = await open({ world: world(), files: firstFilesOf('cabd', 'dedupe: none\n') });
    expect(await night(stage)).toMatchObject({ exit: 0, rows: 'cabd' });
    relink(stage);
    await stage.write(filesOf('cabd'));
    expect(await night(stage)).toMatchObject({ exit: 0, rows: 'cbd' });
    expect(await night(stage)).toMatchObject({ exit: 0, writes: 0, rows: 'cbd' });
  });

  test('is known by having stood there when nothing else tells', async ({ open, expect }) => {
    const stage = await open({ world: world(false), files: firstFilesOf('cabd', 'hand_edits: revert\n') });
    expect(await night(stage)).toMatchObject({ exit: 0, rows: 'cabd' });
    relink(stage);
    expect(await night(stage)).toMatchObject({ exit: 0, rows: 'cbd' });
    expect(await night(stage)).toMatchObject({ exit: 0, writes: 0, rows: 'cbd' });
  });

  test('is taken for the row that stands there when a rule comes to name it again', async ({ open, expect }) => {
    const stage = await open({ world: world(), files: firstFilesOf('ca') });
    expect(await night(stage)).toMatchObject({ exit: 0, rows: 'ca' });
    await stage.write(filesOf('cb'));
    expect(await night(stage)).toMatchObject({ exit: 0, rows: 'cb' });
    relink(stage);
    await stage.write(filesOf('ca'));
    for (const time of [3, 4])
      expect(await night(stage), `night ${time}`).toMatchObject({ exit: 0, writes: 0, rows: 'cb' });
  });
});

describe('a copy that Spotify stores under an id that nobody knows', () => {
  test.for([
    ['above it', 'cabd', 'cbd', 'cad'],
    ['below it', 'cbad', 'cbd', 'cad'],
    ['where the order changes', 'cabd', 'dcb', 'dca'],
  ] as const)('stays for the one that can be removed: %s', async ([, before, letters, rows], { open, expect }) => {
    const stage = await open({ world: world(), files: firstFilesOf(letters) });
    stage.edit(before);
    relink(stage);
    expect(await night(stage)).toMatchObject({ exit: 0, rows });
    expect(await night(stage)).toMatchObject({ exit: 0, writes: 0, rows });
  });
});
