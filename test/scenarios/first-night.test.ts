import { describe } from 'vitest';
import { seededWorld } from '../../src/simulator/world/seeded.ts';
import { test } from './stage/stage.ts';
import { control, rule, smallWorld } from './stage/world.ts';

const isWrite = (request: string): boolean => !request.startsWith('GET ');

describe('a first night', () => {
  test.concurrent('is planned, shown dry, applied, and then there is nothing left to do', async ({ open, expect }) => {
    const stage = await open({ world: seededWorld('setlist'), files: 'example' });

    const before = await stage.hashes();
    expect((await stage.setlist('plan')).exit).toBe(10);
    expect(stage.requests().filter(isWrite)).toEqual([]);
    expect(await stage.hashes()).toEqual(before);

    const dry = await stage.setlist('apply');
    expect(dry).toMatchObject({ exit: 0, err: expect.stringContaining('[apply/dry]') });
    expect(stage.requests().filter(isWrite)).toEqual([]);
    expect(await stage.hashes()).toEqual(before);

    // What was sent for these counts: the budget of the day is there again tomorrow.
    stage.world.nowMs += 86_400_000;
    const applied = await stage.setlist('apply --yes');
    expect(applied).toMatchObject({ exit: 0, err: '' });
    expect(applied.out).toMatch(/^Applied 9 of 9 playlists\n/);
    expect(stage.requests().filter(isWrite)).not.toEqual([]);

    const settled = await stage.hashes();
    expect(Object.keys(settled).filter((path) => /^reports\/owner\/playlists\/.*\.json$/.test(path))).toHaveLength(11);
    expect(await stage.setlist('plan')).toMatchObject({ exit: 0, out: expect.stringMatching(/^No changes/), err: '' });
    expect(stage.requests().filter(isWrite)).toEqual([]);
    expect(await stage.hashes()).toEqual(settled);
  });

  test.concurrent('reads, compares, writes in order and verifies', async ({ open, expect }) => {
    const files = { 'playlists/night.yaml': rule('List', 'cabd'), ...control('night') };
    const stage = await open({ world: smallWorld('abcde'), files });

    const { exit, out, err } = await stage.setlist('apply --yes');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "Applied 1 of 1 playlist
        ✔ applied  night: 4 rows, 4 requests
      "
    `);
    expect(stage.requests()).toMatchInlineSnapshot(`
      [
        "GET /me 200",
        "GET /me/playlists 200",
        "GET /playlists/list000000000000000000 200",
        "GET /playlists/list000000000000000000 200",
        "PUT /playlists/list000000000000000000/items 200",
        "DELETE /playlists/list000000000000000000/items 200",
        "GET /playlists/list000000000000000000 200",
      ]
    `);
    expect(stage.rows()).toBe('cabd');
  });

  test.concurrent('counts as done when there is nothing to rule', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld(''), files: {} });
    expect(await stage.setlist('apply --yes')).toMatchInlineSnapshot(`
      {
        "err": "",
        "exit": 0,
        "out": "No changes for the night of 2026-11-22: 0 playlists are as the rules say
      ",
      }
    `);
    expect(stage.requests()).toEqual([]);
  });
});
