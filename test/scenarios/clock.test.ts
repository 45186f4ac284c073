import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Env, type Stage, test } from './stage/stage.ts';
import { clientId, control, id, rule, smallWorld } from './stage/world.ts';

const minuteMs = 60_000;

/** A world in which nothing is to be done, and its rules. */
const setting = {
  world: smallWorld('ab'),
  files: { 'playlists/night.yaml': rule('List', 'ab'), ...control('night') },
};

/** The machine's own clock, so many minutes from Spotify's. */
const off = ({ world }: Stage, minutes: number): Env => ({
  SETLIST_CLOCK_URL: undefined,
  SETLIST_NOW: new Date(world.nowMs + minutes * minuteMs).toISOString(),
});

async function ran(stage: Stage, args: string, env?: Env) {
  const { exit, out } = await stage.setlist(`${args} --json`, env);
  const problems: readonly { code: string; facts: Readonly<Record<string, unknown>> }[] = JSON.parse(out).problems;
  return { exit, told: problems.map(({ code, facts }) => [code, facts['minutes'], facts['direction']]) };
}

describe('a clock that is not as Spotify’s', () => {
  test.for(['plan --out plan.json', 'gather --save-facts facts.json', 'apply'])(
    'is told by %s, which goes on',
    async (args, { open, expect }) => {
      const stage = await open(setting);
      expect(await ran(stage, args, off(stage, -420))).toEqual({
        exit: 0,
        told: [['sign-in/clock', 420, 'behind']],
      });
      const [, file] = /--\S+ (\S+)/.exec(args) ?? [];
      if (file !== undefined) expect(await readFile(join(stage.folder, file), 'utf8')).toContain('"version":');
    },
  );

  test.for([
    ['sync', 525_600, 'ahead'],
    ['sync', -420, 'behind'],
    ['gather', -420, 'behind'],
    ['apply --yes', 420, 'ahead'],
  ] as const)(
    'ends %s before anything is changed or recorded: %i minutes',
    async ([args, minutes, direction], { open, expect }) => {
      const stage = await open({
        ...setting,
        files: { 'playlists/night.yaml': rule('List', 'ba'), ...control('night') },
      });
      const before = await stage.hashes();
      expect(await ran(stage, args, off(stage, minutes))).toEqual({
        exit: 11,
        told: [['machine/clock-off', Math.abs(minutes), direction]],
      });
      expect(await stage.hashes()).toEqual(before);
      expect(stage.rows()).toBe('ab');
      expect(await ran(stage, 'sync')).toEqual({ exit: 0, told: [] });
      expect(stage.rows()).toBe('ba');
    },
  );

  test('is told once, whatever the number of accounts', async ({ open, expect }) => {
    const scopes = 'playlist-read-private playlist-modify-private playlist-modify-public';
    const names = ['owner', 'second'];
    const users = names.map((name) => ({
      id: name,
      refreshTokens: [{ token: `of ${name}`, app: clientId, scopes, authorizedAt: '2026-11-01T00:00:00Z' }],
      playlists: [id(`list${name}`)],
    }));
    const playlists = names.map((name) => ({ id: id(`list${name}`), owner: name, name, rows: [] }));
    const yaml = `title: Two\ntimezone: UTC\napps:\n  main: { client_id: ${clientId}, accounts: { owner: {}, second: {} } }\napply: on\n`;
    const stage = await open({
      world: smallWorld('', { more: { users: [...users, { id: 'developer' }], playlists } }),
      files: {
        'playlists/setlist.yaml': yaml,
        ...Object.fromEntries(names.map((name) => [`playlists/${name}.yaml`, rule(name, '', `account: ${name}\n`)])),
      },
    });
    const { told } = await ran(stage, 'sync', off(stage, 300));
    expect(told).toEqual([['machine/clock-off', 300, 'ahead']]);
  });

  test('is nobody’s concern when it is off by minutes', async ({ open, expect }) => {
    const stage = await open(setting);
    expect(await ran(stage, 'plan', off(stage, 8))).toEqual({ exit: 0, told: [] });
  });
});

describe('a clock that is behind the last run', () => {
  test('stops every run before anything is sent', async ({ open, expect }) => {
    const stage = await open(setting);
    await stage.setlist('sync');
    const before = await stage.hashes();
    stage.simulator.clearLog();
    for (const args of ['sync', 'plan', 'gather --save-facts facts.json', 'apply', 'apply --yes']) {
      const { exit, told } = await ran(stage, args, off(stage, -12));
      expect({ args, exit, codes: told.map(([code]) => code) }).toEqual({
        args,
        exit: 11,
        codes: ['machine/clock-behind'],
      });
    }
    expect(stage.simulator.log).toEqual([]);
    expect(await stage.hashes()).toEqual(before);
  });

  test('may be so by minutes, whatever the zone of the portfolio', async ({ open, expect }) => {
    const stage = await open(setting);
    await stage.setlist('sync');
    expect(await ran(stage, 'sync', off(stage, -8))).toEqual({ exit: 0, told: [] });
  });
});
