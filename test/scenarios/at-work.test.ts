import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openGit } from '../../src/adapters/git/open-git.ts';
import { type Stage, test } from './stage/stage.ts';
import { clientId, control, rule, smallWorld } from './stage/world.ts';

const files = {
  'playlists/setlist.yaml': `title: Two apps
timezone: UTC
apply: on
apps:
  main: { client_id: ${clientId}, pace: { per_second: 2 }, accounts: { owner: {} } }
  other: { client_id: "abcdef0123456789abcdef0123456789", accounts: { label: {} } }
`,
  'playlists/night.yaml': rule('List', 'ab', 'account: owner\n'),
  ...control('night'),
};

/** Somebody is at work for that app, as long as this process lives. */
async function atWork({ folder, world }: Stage, app: string) {
  const holder = { owner: 'Ben', run: '2026-11-22T02:59:00Z', untilMs: world.nowMs + 3_600_000 };
  const lease = await openGit(folder, process.env).lease(app, holder, world.nowMs);
  if (lease.kind === 'held') throw new Error(`It is held by ${lease.by.owner}`);
  return lease;
}

describe('what reads Spotify and records nothing', () => {
  test('ends with 12 while a run is at work for an app that it would ask, before anything is sent', async ({
    open,
    expect,
  }) => {
    const stage = await open({ world: smallWorld('a'), files });
    expect((await stage.setlist('sync')).exit).toBe(0);
    const lease = await atWork(stage, 'main');
    stage.requests();
    for (const args of [
      'plan',
      'gather --save-facts f.json',
      'apply',
      'restore night --to 2026-11-22',
      'why night a',
    ]) {
      const { exit, err } = await stage.setlist(args);
      expect({ args, exit, err }).toEqual({
        ...{ args, exit: 12 },
        err: expect.stringMatching(/^Another run is at work: Ben, .*\[machine\/lease-held\]\n {2}fix: .*\n$/),
      });
    }
    expect(stage.simulator.log).toEqual([]);
    expect((await stage.setlist('plan --offline')).exit).toBe(0);
    expect(await lease.renew(stage.world.nowMs + 3_600_000)).toBe(true);
    await lease.release();
    expect(await stage.setlist('plan')).toMatchObject({ exit: 0, err: '' });
  });

  test('waits for no run of another app', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('a'), files });
    await atWork(stage, 'other');
    expect(await stage.setlist('plan')).toMatchObject({ exit: 10, err: '' });
  });

  test('takes no lease: a run may begin meanwhile', async ({ open, expect }) => {
    let begun = 0;
    const stage: Stage = await open({
      world: smallWorld('a'),
      files,
      before: async ({ path }) => {
        if (path === '/api/token') return;
        await (await atWork(stage, 'main')).release();
        begun++;
      },
    });
    expect(await stage.setlist('plan')).toMatchObject({ exit: 10, err: '' });
    expect(begun).toBeGreaterThan(0);
  });
});

describe('a ledger that a run is about to change', () => {
  test('is not called broken while it is half of one commit and half of the next', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('a'), files });
    expect((await stage.setlist('sync')).exit).toBe(0);
    const path = join(stage.folder, 'reports/owner/history/2026-11.jsonl');
    const whole = await readFile(path, 'utf8');
    const lease = await atWork(stage, 'main');
    await writeFile(path, '');
    stage.requests();
    const reading = ['plan', 'gather --save-facts f.json', 'apply', 'restore night --to 2026-11-22', 'why night a'];
    const telling = ['plan --offline', 'log', 'report', 'verify'];
    const writing = ['sync', 'apply --yes', 'restore night --to 2026-11-22 --yes', 'purge --before 2026-01-01'];
    for (const args of [...reading, ...telling, ...writing, 'init --fresh --yes']) {
      const { exit, err } = await stage.setlist(args);
      expect({ args, exit, err }).toEqual({ args, exit: 12, err: expect.stringMatching(/\[machine\/lease-held\]/) });
    }
    expect(stage.simulator.log).toEqual([]);
    await lease.release();
    for (const args of ['plan', 'log', 'verify', 'sync', 'purge --before 2026-01-01'])
      expect({ args, ...(await stage.setlist(args)) }).toMatchObject({
        ...{ args, exit: 8 },
        err: expect.stringContaining('[ledger/broken]'),
      });
    await writeFile(path, whole);
    expect(await stage.setlist('plan')).toMatchObject({ exit: 0, err: '' });
  });
});
