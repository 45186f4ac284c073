import { describe } from 'vitest';
import { readLedgerOf } from '../../bench/stop-anywhere/read.ts';
import type { Running } from '../stage/run.ts';
import { type Stage, test } from '../stage/stage.ts';
import { control, rule, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
/** Goes from Spotify's catalogue between the plan and the write: every batch that holds it fails. */
const dead = 'k';
const idOf = (letter: string): string => uri(letter).slice('spotify:track:'.length);
const isWrite = (method: string, path: string): boolean => method !== 'GET' && path.endsWith('/items');

/** By whom the audit says that rows came, went or were moved, and how many. */
const told = async ({ folder }: Stage): Promise<readonly string[]> =>
  (await readLedgerOf(folder)).audit.flatMap((line) => {
    if (!('body' in line) || line.body.kind !== 'items') return [];
    const { who, entered, left } = line.body;
    return `${who.by} +${entered.length} -${left.length}`;
  });

const ways = {
  rebuild: { before: 'abcd', after: 'ijklmno', more: 'write: { max_requests: 1 }\n' },
  additions: { before: 'ab', after: 'aijklmnob', more: '' },
};

describe.each(Object.entries(ways))('a search for refused tracks among %s', (_, { before, after, more }) => {
  const files = (budget = '') => ({
    'playlists/setlist.yaml': `${setlistYaml}${budget}`,
    'playlists/night.yaml': rule('List', after, `guard: { max_removed: [100%, 99] }\n${more}`),
    ...control('night'),
  });
  const inTheEnd = after.replace(dead, '');

  test('that our budget of 7 writes ends is known as our own', async ({ open, expect }) => {
    const stage = await open({
      world: smallWorld(before),
      files: files('budget: { writes: 7 }\n'),
      before: ({ method, path }) => isWrite(method, path) && stage.world.tracks.delete(idOf(dead)),
    });
    for (let night = 1; night <= 4; night++) {
      await stage.setlist('sync');
      stage.world.nowMs += dayMs;
    }
    expect(stage.rows()).toBe(inTheEnd);
    expect((await told(stage)).filter((one) => !one.startsWith('setlist'))).toEqual([]);
  });

  test('that is killed at the eighth write is known as our own', async ({ open, expect }) => {
    let running: Running | undefined;
    let writes = 0;
    const stage = await open({
      world: smallWorld(before),
      files: files(),
      before: async ({ method, path }) => {
        if (!isWrite(method, path)) return;
        stage.world.tracks.delete(idOf(dead));
        if (++writes !== 8) return;
        running?.kill('SIGKILL');
        await running?.ended;
      },
    });
    running = stage.start('sync');
    await running.ended;
    running = undefined;
    for (let night = 1; night <= 2; night++) {
      stage.world.nowMs += dayMs;
      await stage.setlist('sync');
    }
    expect(stage.rows()).toBe(inTheEnd);
    expect((await told(stage)).filter((one) => !one.startsWith('setlist'))).toEqual([]);
  });
});
