import { describe } from 'vitest';
import type { Slug } from '../../../src/domain/ids.ts';
import { changed } from '../../../src/simulator/world/edit.ts';
import { readLedgerOf } from '../../bench/stop-anywhere/read.ts';
import { type Stage, test } from '../stage/stage.ts';
import { control, id, playlistId, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
const sourceId = id('source');
const source = { id: sourceId, owner: 'owner', name: 'Source', rows: [...'abc'].map((one) => ({ uri: uri(one) })) };

/** One playlist that follows another whenever that one changes. */
function world() {
  const small = smallWorld('');
  const owner = { ...small.users[0], playlists: [playlistId, sourceId] };
  return { ...small, playlists: [...small.playlists, source], users: [owner, ...small.users.slice(1)] };
}

const followed = (more = '') => ({
  'playlists/list.yaml': `name: List\nfrom:\n  - playlist: ${sourceId}\n    as: original\nschedule: { on_change: original }\n${more}`,
});
const files = {
  'playlists/setlist.yaml': `${setlistYaml}budget: { followers: 0 }\n`,
  ...followed(),
  ...control('list'),
};

function fill({ world }: Stage, letters: string): void {
  const playlist = world.playlists.get(sourceId);
  if (playlist === undefined) throw new Error('There is no source');
  const addedAt = new Date(world.nowMs).toISOString();
  playlist.rows = [...letters].map((one) => ({ uri: uri(one), addedAt, addedBy: 'owner' }));
  changed(world, playlist);
  // The listing shows it a little later.
  world.nowMs += 3_600_000;
}

/** What one night wrote to and what its record says. */
async function night(stage: Stage) {
  stage.requests();
  const { exit, err } = await stage.setlist('sync');
  const sent = stage.requests();
  const { runs, control: after } = await readLedgerOf(stage.folder);
  const end = runs.findLast((run) => run.event === 'end');
  stage.world.nowMs += dayMs;
  return {
    exit,
    err,
    wrote: sent.some((one) => !one.startsWith('GET ')),
    skipped: end?.event === 'end' ? end.skipped : null,
    sent,
    watched: after.playlists['list' as string as Slug]?.sources,
  };
}

const wrote = { exit: 0, err: '', wrote: true, skipped: [] };
const skipped = { exit: 0, err: '', wrote: false, skipped: ['list'] };

describe('a rule that waits for a change of its source', () => {
  test('is written when that changed, and skipped on other nights without reading it', async ({ open, expect }) => {
    const stage = await open({ world: world(), files });
    const first = await night(stage);
    expect(first).toMatchObject(wrote);
    expect(stage.rows()).toBe('abc');

    const second = await night(stage);
    expect(second).toMatchObject(skipped);
    expect(second.sent.filter((one) => one.includes(sourceId))).toEqual([]);
    expect(second.watched).toEqual(first.watched);

    fill(stage, 'abcd');
    const third = await night(stage);
    expect(third).toMatchObject(wrote);
    expect(stage.rows()).toBe('abcd');
    expect(third.watched).not.toEqual(first.watched);

    expect(await night(stage)).toMatchObject(skipped);
  });

  test('follows its order, and its own change at once', async ({ open, expect }) => {
    const stage = await open({ world: world(), files });
    expect(await night(stage)).toMatchObject(wrote);
    fill(stage, 'cba');
    expect(await night(stage)).toMatchObject(wrote);
    expect(stage.rows()).toBe('cba');
    await stage.write(followed('take: 2\n'));
    expect(await night(stage)).toMatchObject({ exit: 0, wrote: true });
    expect(stage.rows()).toBe('cb');
    expect(await night(stage)).toMatchObject(skipped);
  });

  test('waits while its source cannot be read, and comes when it can and is another', async ({ open, expect }) => {
    const stage = await open({ world: world(), files });
    const first = await night(stage);
    const playlist = stage.world.playlists.get(sourceId);
    if (playlist === undefined) throw new Error('There is no source');
    stage.world.playlists.delete(sourceId);
    const second = await night(stage);
    expect(second).toMatchObject({ wrote: false, skipped: ['list'], watched: first.watched });
    stage.world.playlists.set(sourceId, playlist);
    expect(await night(stage)).toMatchObject(skipped);
    fill(stage, 'ab');
    expect(await night(stage)).toMatchObject(wrote);
    expect(stage.rows()).toBe('ab');
  });

  test('comes again on the next night while a guard holds its change back', async ({ open, expect }) => {
    const stage = await open({ world: world(), files: { ...files, ...followed('guard: { max_removed: [0%, 0] }\n') } });
    expect(await night(stage)).toMatchObject(wrote);
    fill(stage, 'ab');
    for (const _ of [2, 3]) expect(await night(stage)).toMatchObject({ exit: 4, skipped: [] });
    expect(stage.rows()).toBe('abc');
    fill(stage, 'abc');
    // Once more to settle what the ledger last knew; then it rests.
    expect(await night(stage)).toMatchObject({ exit: 0, wrote: false, skipped: [] });
    expect(await night(stage)).toMatchObject(skipped);
  });
});
