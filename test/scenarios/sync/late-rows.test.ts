import { describe } from 'vitest';
import { test } from '../stage/stage.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

const dayMs = 86_400_000;

describe('rows that show late', () => {
  test.concurrent.for([
    { itemLagSeconds: 6, exit: 0 },
    { itemLagSeconds: 120, exit: 6 },
  ])('are known as our own: after $itemLagSeconds s', async ({ itemLagSeconds, exit }, { open, expect }) => {
    const settings = { publicSticks: 'never', itemLagSeconds };
    const stage = await open({
      world: smallWorld('abcd', { more: { settings } }),
      files: {
        'playlists/night.yaml': rule('List', 'cefgad', 'guard: { max_removed: [90%, 9] }\n'),
        ...control('night'),
      },
    });
    expect(await stage.setlist('sync')).toMatchObject({ exit });
    expect(stage.rows()).toBe('cefgad');
    stage.requests();
    stage.world.nowMs += dayMs;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
    const audit = await stage.texts('reports/owner/audit');
    expect(audit).not.toContain('"by":"hand"');
    // Each row is told to have come in once.
    expect(audit.match(/"kind":"items"/g)).toHaveLength(1);
    expect(await stage.texts('reports/owner')).not.toContain('"hands"');
  });
});
