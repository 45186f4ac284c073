import { describe } from 'vitest';
import { test } from '../stage/stage.ts';
import { control, rule, smallWorld, uri } from '../stage/world.ts';

const hourMs = 3_600_000;
const items = '/playlists/*/items';

/** Removals, additions and a move; and a playlist that is not there yet. */
const files = {
  'playlists/night.yaml': rule('List', 'daefg', 'guard: { max_removed: [90%, 9] }\n'),
  'playlists/new.yaml': rule('New', 'abc'),
  ...control('night'),
};

type Body = { readonly kind: string; readonly who: { readonly by: string }; readonly entered: readonly unknown[] };

describe('a write that Spotify refuses', () => {
  test.concurrent.for(['429', 'false-401'] as const)(
    'after it did it is done once and known as ours, that night: %s',
    async (kind, { open, expect }) => {
      const strikes = [
        ['POST', '/me/playlists', [1]],
        ['POST', items, [1, 2]],
        ['PUT', items, [1]],
        ['DELETE', items, [1]],
        ['PUT', '/playlists/*', [1]],
      ] as const;
      const faults = strikes.map(([method, path, nth]) => ({ method, path, nth, kind, when: 'after' }));
      const stage = await open({ world: smallWorld('abcd', { more: { faults } }), files });
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
      expect(stage.simulator.log.filter(({ fault }) => fault !== undefined).length).toBe(6);
      expect(stage.rows()).toBe('daefg');
      const [, created, ...more] = [...stage.world.playlists.values()];
      expect(created?.rows.map((row) => row.uri)).toEqual([...'abc'].map(uri));
      expect(more).toEqual([]);
      const audit = async (): Promise<readonly Body[]> =>
        (await stage.texts('reports/owner/audit'))
          .split('\n')
          .flatMap((line) => (line.startsWith('{') ? (JSON.parse(line).body as Body) : []));
      const told = await audit();
      expect(new Set(told.map(({ who }) => who.by))).toEqual(new Set(['setlist']));
      const entered = told.flatMap((body) => (body.kind === 'items' ? body.entered.length : []));
      expect(entered.toSorted()).toEqual([3, 3]);

      stage.world.nowMs += 24 * hourMs;
      stage.requests();
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
      expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
      expect(await audit()).toEqual(told);
    },
  );
});
