import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

const files = {
  'playlists/night.yaml': rule('List', 'daefg', 'guard: { max_removed: [90%, 9] }\n'),
  ...control('night'),
};

describe('a night whose last commit fails', () => {
  test('names the cause and what was sent unrecorded; the next run finds it, sends nothing twice and calls nothing a hand edit', async ({
    open,
    expect,
  }) => {
    let lock = '';
    const stage: Stage = await open({
      world: smallWorld('abcd'),
      files,
      // Somebody else's git holds the branch from the first write on.
      before: ({ method, path }) => (method === 'GET' || path === '/api/token' ? undefined : writeFile(lock, '')),
    });
    lock = join(stage.folder, '.git/refs/heads/main.lock');

    const failed = await stage.setlist('sync');
    expect(failed.exit).toBe(11);
    expect(failed.err).toMatch(/main\.lock/);
    expect(failed.err).toMatch(/Cannot record what was sent to Spotify: 5 requests for night /);
    expect(failed.err).toMatch(/fix: Mend what is said above, then run again/);
    expect(stage.rows()).toBe('daefg');

    await rm(lock);
    stage.world.nowMs += 3_600_000;
    stage.requests();
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
    const audit = (await stage.texts('reports/owner/audit')).split('\n').filter((line) => line.includes('"items"'));
    expect(audit).toHaveLength(1);
    expect(JSON.parse(audit[0] ?? '').body).toMatchObject({ who: { by: 'setlist' } });
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0 });
  });
});
