import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { Running } from './stage/run.ts';
import { test } from './stage/stage.ts';
import { rule, smallWorld } from './stage/world.ts';

const files = Object.fromEntries(
  [...'abcd'].map((name) => [`playlists/${name}.yaml`, rule(name.toUpperCase(), 'klmnop')]),
);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('a signal', () => {
  test.concurrent.for<['SIGINT' | 'SIGTERM', string, number, number]>([
    // All four are begun first; each takes two more writes.
    ['SIGINT', 'while the second playlist is written', 7, 130],
    ['SIGTERM', 'while the first is created', 1, 143],
  ])(
    '%s %s ends the request in flight, keeps what is known and sends no more writes',
    async ([signal, , nth, exit], { open, expect }) => {
      let running: Running | undefined;
      let writes = 0;
      const stage = await open({
        world: smallWorld(''),
        files,
        before: async ({ method, path }) => {
          if (method === 'GET' || path === '/api/token' || ++writes !== nth) return;
          running?.kill(signal);
          await pause(300);
        },
      });
      running = stage.start('apply --yes');
      const ended = await running.ended;
      expect(ended.err).toBe('');
      expect(ended.exit).toBe(exit);
      expect(stage.requests().filter((one) => !one.startsWith('GET '))).toHaveLength(nth);
      // Whatever was created is known to be ours.
      const { playlists } = JSON.parse(await readFile(join(stage.folder, 'reports/owner/control.json'), 'utf8')) as {
        playlists: object;
      };
      expect(Object.keys(playlists)).toEqual(nth === 1 ? ['a'] : ['a', 'b', 'c', 'd']);
      // The next run ends where this one was going, and makes nothing twice.
      expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 0, err: '' });
      expect(await stage.setlist('plan')).toMatchObject({ exit: 0, err: '' });
      expect([...stage.world.playlists.values()].map(({ name }) => name).sort()).toEqual(['A', 'B', 'C', 'D', 'List']);
    },
  );

  test.concurrent('SIGINT while reading is no bug', async ({ open, expect }) => {
    let running: Running | undefined;
    const stage = await open({
      world: smallWorld('abc'),
      files: { 'playlists/night.yaml': `${rule('Night', 'klm')}  - liked: {}\n` },
      before: async () => {
        running?.kill('SIGINT');
        await pause(300);
      },
    });
    running = stage.start('plan');
    const ended = await running.ended;
    expect(ended.err).not.toContain('bug of Setlist');
    expect(ended.exit).toBe(130);
  });
});
