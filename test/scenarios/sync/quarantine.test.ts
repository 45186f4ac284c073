import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { control, rule, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
/** Goes from Spotify's catalogue between the plan and the write: every batch that holds it fails. */
const dead = 'd';

const quarantined = async (stage: Stage): Promise<unknown> =>
  JSON.parse(await readFile(join(stage.folder, 'reports/owner/control.json'), 'utf8')).quarantined;
const writes = (stage: Stage): number => stage.requests().filter((one) => one.startsWith('POST')).length;

describe('a track that Spotify refuses', () => {
  test('is left out, told once, not tried again for four weeks, and taken when Spotify has it', async ({
    open,
    expect,
  }) => {
    const tracks = (): Stage['world']['tracks'] => stage.world.tracks;
    let isGone = true;
    const id = uri(dead).slice('spotify:track:'.length);
    const stage: Stage = await open({
      world: smallWorld('ab'),
      files: { 'playlists/night.yaml': rule('List', `ab${dead}c`), ...control('night') },
      before: ({ method, path }) => method === 'POST' && path.endsWith('/items') && isGone && tracks().delete(id),
    });
    const kept = tracks().get(id);
    const first = await stage.setlist('sync');
    expect(first).toMatchObject({ exit: 6 });
    expect(`${first.out}${first.err}`).toContain('apply/dead-items');
    expect(stage.rows()).toBe('abc');
    expect(await quarantined(stage)).toEqual({ [uri(dead)]: '2026-11-22' });
    stage.requests();

    stage.world.nowMs += dayMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(writes(stage)).toBe(0);
    const { out } = await stage.setlist(`why night ${uri(dead)}`);
    expect(out).toContain('Spotify refused it on 2026-11-22; it is tried again on 2026-12-20');

    // Spotify has it now, and nobody looks before the four weeks are over.
    if (kept !== undefined) tracks().set(id, kept);
    isGone = false;
    stage.world.nowMs += 26 * dayMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(stage.rows()).toBe('abc');
    stage.world.nowMs += dayMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(stage.rows()).toBe(`ab${dead}c`);
    expect(await quarantined(stage)).toBeUndefined();
  });
});
