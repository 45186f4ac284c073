import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { root, start } from './stage/run.ts';
import { test } from './stage/stage.ts';
import { hashesBelow } from './stage/tree.ts';
import { control, rule, smallWorld } from './stage/world.ts';

/** A folder that is gone when the test ends. */
async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-nights-'));
  return use(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

describe('demo', () => {
  test.concurrent('plays the same nights twice, to the commit, and touches nothing of the repository', ({ expect }) =>
    inFolder(async (folder) => {
      const before = await hashesBelow(join(root, 'playlists'));
      const played = await Promise.all(
        ['one', 'other'].map(async (name) => {
          const out = join(folder, name);
          const ended = await start(['demo', '--nights', '5', '--no-serve', '--out', out], { cwd: root }).ended;
          const head = execFileSync('git', ['-C', out, 'rev-parse', 'HEAD'], { encoding: 'utf8' });
          return { ...ended, out: ended.out.replaceAll(out, 'OUT'), head };
        }),
      );
      expect(played[0]).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('26 Nov 2026') });
      expect(played[1]).toEqual(played[0]);
      expect(await hashesBelow(join(root, 'playlists'))).toEqual(before);
    }));

  test.concurrent('serves the pages until a signal', ({ expect }) =>
    inFolder(async (folder) => {
      const demo = start(['demo', '--nights', '1', '--out', join(folder, 'out')], { cwd: root });
      while (!demo.out().includes('Ctrl-C ends')) await new Promise((done) => setTimeout(done, 50));
      const address = /http:\S+/.exec(demo.out())?.[0] ?? '';
      expect(await (await fetch(address)).text()).toContain('Nightbird Records');
      demo.kill('SIGINT');
      expect(await demo.ended).toMatchObject({ exit: 130, err: '' });
    }));

  test.concurrent('refuses a folder with something in it', async ({ expect }) => {
    const ended = await start(['demo', '--no-serve', '--out', join(root, 'src')], { cwd: root }).ended;
    expect(ended).toMatchObject({ exit: 2, err: expect.stringContaining('[usage/wrong]') });
  });

  test.concurrent.for([
    ['no git', { PATH: '' }, root, 11, 'machine/no-git'],
    ['no portfolio', {}, tmpdir(), 2, 'rules/no-portfolio'],
  ] as const)('says that there is %s, and ends', ([_, env, cwd, exit, code], { expect }) =>
    inFolder(async (folder) => {
      const ended = await start(['demo', '--no-serve', '--out', join(folder, 'out')], { cwd, env }).ended;
      expect(ended).toMatchObject({ exit, err: expect.stringContaining(`[${code}]`) });
    }),
  );
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
