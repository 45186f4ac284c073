import { join } from 'node:path';
import { describe } from 'vitest';
import { root, start } from './stage/run.ts';
import { test } from './stage/stage.ts';
import { hashesBelow } from './stage/tree.ts';
import { control, rule, smallWorld } from './stage/world.ts';

describe('demo', () => {
  test.concurrent('prints the same bytes twice and touches nothing of the repository', async ({ expect }) => {
    const before = await hashesBelow(join(root, 'playlists'));
    const [one, other] = await Promise.all([
      start(['demo'], { cwd: root }).ended,
      start(['demo'], { cwd: root }).ended,
    ]);
    expect(one).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringMatching(/The playlists are as the rules say\.\n$/),
    });
    expect(other).toEqual(one);
    expect(await hashesBelow(join(root, 'playlists'))).toEqual(before);
  });
});

describe('simulator', () => {
  test.concurrent('answers the commands that are pointed at it, and ends at SIGTERM', async ({ open, expect }) => {
    const stage = await open({
      world: smallWorld(''),
      files: { 'playlists/night.yaml': rule('List', ''), ...control('night') },
    });
    const simulator = start(['simulator', '--port', '0'], { cwd: stage.folder });
    while (!simulator.out().includes('What it was asked')) await new Promise((done) => setTimeout(done, 20));
    const env = Object.fromEntries(
      [...simulator.out().matchAll(/export (\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    );
    await stage.write({
      'playlists/night.yaml': 'name: Night\nfrom:\n  - liked: { limit: 3 }\n',
      'reports/owner/control.json': '{ "version": 1, "playlists": {} }',
    });
    expect(await stage.setlist('plan', env)).toMatchObject({
      exit: 10,
      err: '',
      out: expect.stringContaining('Night (night): new'),
    });
    simulator.kill('SIGTERM');
    expect(await simulator.ended).toMatchObject({ exit: 143, err: '' });
  });
});
