import { describe } from 'vitest';
import { chainOf, readLedgerOf, uncommitted } from '../../bench/stop-anywhere/read.ts';
import type { Running } from '../stage/run.ts';
import { type Stage, test } from '../stage/stage.ts';
import { rule, smallWorld } from '../stage/world.ts';

const files = Object.fromEntries(
  [...'abcd'].map((name) => [`playlists/${name}.yaml`, rule(name.toUpperCase(), 'klmnop')]),
);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const isWrite = (request: string): boolean => !request.startsWith('GET ');

describe('a signal to a nightly run', () => {
  for (const [signal, what, exit, isThen] of [
    ['SIGINT', 'while it reads', 130, (_: number, writes: number) => writes === 0],
    ['SIGTERM', 'while it creates', 143, (_: number, writes: number) => writes === 2],
    ['SIGINT', 'while it writes', 130, (_: number, writes: number) => writes === 7],
    ['SIGTERM', 'while it reads what it wrote', 143, (nth: number, writes: number) => writes === 6 && nth > 0],
  ] as const)
    test(`${signal} ${what}: the request in flight ends, results are committed, the next run goes on`, async ({
      open,
      expect,
    }) => {
      let running: Running | undefined;
      let [writes, readsSince, after, isSent] = [0, 0, 0, false];
      const stage: Stage = await open({
        world: smallWorld(''),
        files,
        before: async ({ method, path }) => {
          if (path === '/api/token') return;
          if (isSent) after += 1;
          readsSince = method === 'GET' ? readsSince + 1 : 0;
          if (method !== 'GET') writes += 1;
          if (isSent || !isThen(readsSince, writes)) return;
          isSent = true;
          running?.kill(signal);
          await pause(300);
        },
      });
      running = stage.start('sync');
      const ended = await running.ended;
      expect(ended).toMatchObject({ exit, err: '' });
      expect(after, 'nothing is sent after the request in flight').toBe(0);
      expect(uncommitted(stage.folder)).toBe('');
      const ledger = await readLedgerOf(stage.folder);
      const end = ledger.runs.at(-1);
      expect(end?.event).toBe('end');
      const sent = stage.requests();
      expect(
        Object.values(end?.requests ?? {}).reduce((sum, count) => sum + count, 0),
        'requests are counted',
      ).toBe(sent.length);
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
      expect([...stage.world.playlists.values()].map(({ name }) => name).sort()).toEqual(['A', 'B', 'C', 'D', 'List']);
      const lists = [...stage.world.playlists.values()].filter(({ name }) => name !== 'List');
      expect(lists.map(({ id }) => stage.rows(id))).toEqual(lists.map(() => 'klmnop'));
      stage.world.nowMs += 86_400_000;
      stage.requests();
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
      expect(stage.requests().filter(isWrite)).toEqual([]);
      const { audit } = await readLedgerOf(stage.folder);
      const bodies = audit.flatMap((line) => ('body' in line ? line.body : []));
      expect(bodies.filter(({ who }) => who.by !== 'setlist')).toEqual([]);
      expect(bodies.filter(({ kind }) => kind === 'created')).toHaveLength(4);
      expect(bodies.flatMap(({ entered }) => entered)).toHaveLength(24);
      expect(await chainOf(stage.folder)).toMatchObject({ kind: 'whole' });
    }, 120_000);
});
