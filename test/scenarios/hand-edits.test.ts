import { describe } from 'vitest';
import { type Stage, test } from './stage/stage.ts';
import { control, playlistId, rule, smallWorld } from './stage/world.ts';

const files = {
  'playlists/night.yaml': rule('List', 'abcdefg', 'hand_edits: revert\nguard: { max_removed: [60%, 3] }\n'),
  ...control('night'),
};
const isWrite = (request: string): boolean => !request.startsWith('GET ');
const items = `/v1/playlists/${playlistId}`;

describe('somebody edits a playlist by hand', () => {
  test.concurrent.for<[string, string, number, string]>([
    // The plan brings f and g; what else it would take is not approved.
    ['and a row would go that the plan kept', 'abcdez', 4, 'abcdez'],
    ['and more would come than the plan brings', 'abcd', 4, 'abcd'],
    ['and the plan holds still', 'abcdef', 0, 'abcdefg'],
  ])('between plan and apply, %s', async ([, edited, exit, rows], { open, expect }) => {
    const stage = await open({ world: smallWorld('abcde'), files });
    expect((await stage.setlist('plan --out plan.json')).exit).toBe(10);
    stage.edit(edited);
    stage.requests();
    const ended = await stage.setlist('apply plan.json --yes');
    expect(ended.exit).toBe(exit);
    expect(ended.err).toEqual(exit === 0 ? '' : expect.stringContaining('[plan/left-envelope]'));
    expect(stage.rows()).toBe(rows);
    expect(stage.requests().some(isWrite)).toBe(exit === 0);
  });

  test.concurrent('and a plan that leaves its envelope says by how much', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('abcde'), files });
    await stage.setlist('plan --out plan.json');
    stage.edit('abz');
    expect((await stage.setlist('apply plan.json --yes')).err).toMatchInlineSnapshot(`
      "Refusing to apply: "the night" now takes 1 removals, the plan allows 0 [plan/left-envelope]
        fix: Plan again and look at it
      Refusing to apply: "the night" now takes 5 additions, the plan allows 2 [plan/left-envelope]
        fix: Plan again and look at it
      Refusing to apply: "the night" now takes 4 requests, the plan allows 3 [plan/left-envelope]
        fix: Plan again and look at it
      "
    `);
  });

  test.concurrent('between planning and the first write', async ({ open, expect }) => {
    const stage: Stage = await open({
      world: smallWorld('abcde'),
      files,
      // The second reading is the comparison right before the first write.
      before: ({ path }) => {
        if (path === items && ++reads === 2) stage.edit('zabcde');
      },
    });
    let reads = 0;
    const before = await stage.hashes();
    const { exit, out } = await stage.setlist('apply --yes');
    expect(exit).toBe(6);
    expect(out).toMatchInlineSnapshot(`
      "Applied 0 of 1 playlist
        ✖ not applied  night: 6 rows, 1 request
            Refusing to write to "List": somebody changed it after it was planned [apply/changed-since-plan]
              fix: Run again: the plan is made anew from what stands there now
      "
    `);
    expect(stage.requests().filter(isWrite)).toEqual([]);
    expect(stage.rows()).toBe('zabcde');
    expect(await stage.hashes()).toMatchObject(before);
    // The next night plans anew from what stands there.
    expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 0 });
    expect(stage.rows()).toBe('abcdefg');
  });

  test.concurrent('between two writes', async ({ open, expect }) => {
    const stage: Stage = await open({
      world: smallWorld('edcba'),
      files,
      before: ({ method }) => {
        if (method !== 'GET' && ++writes === 2) stage.edit(`${stage.rows()}z`);
      },
    });
    let writes = 0;
    expect(await stage.setlist('apply --yes')).toMatchObject({
      exit: 6,
      out: expect.stringContaining('[apply/differs-after]'),
    });
    expect(stage.rows()).toContain('z');
    expect((await stage.setlist('apply --yes')).exit).toBe(0);
    expect(stage.rows()).toBe('abcdefg');
  });
});
