import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { clientId, id, rule, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const hourMs = 3_600_000;
const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
const quotas = { playlist_reads: 20, writes: 5 };
const ids = Object.fromEntries(slugs.map((slug) => [slug, id(`list${slug}`)]));
const rows = 'xy';

/** Six playlists to change under quotas that do for two or three a day. */
const setting = (budget: object) => ({
  world: smallWorld('', {
    owner: { playlists: Object.values(ids) },
    more: {
      apps: [{ id: clientId, quotas }],
      playlists: slugs.map((slug) => ({
        id: ids[slug],
        owner: 'owner',
        name: slug,
        rows: [...rows].map((letter) => ({ uri: uri(letter) })),
      })),
    },
  }),
  files: {
    'playlists/setlist.yaml': `${setlistYaml}budget: ${JSON.stringify({ followers: 0, ...budget })}\n`,
    ...Object.fromEntries(slugs.map((slug) => [`playlists/${slug}.yaml`, rule(slug, 'xyz')])),
    'reports/owner/control.json': `${JSON.stringify({
      version: 1,
      playlists: Object.fromEntries(slugs.map((slug) => [slug, { id: ids[slug], contact: 'known' }])),
    })}\n`,
  },
});

const done = (stage: Stage): string => slugs.filter((slug) => stage.rows(ids[slug]) === 'xyz').join('');
const refused = (stage: Stage): number => stage.requests().filter((one) => one.endsWith(' 429')).length;

describe('budgets of 24 hours', () => {
  test('put off what they do not hold, tell so, and bring it first on the next night; no quota is ever met', async ({
    open,
    expect,
  }) => {
    const stage = await open(setting(quotas));
    const first = await stage.setlist('sync');
    expect(first.exit).toBe(0);
    expect(done(stage)).toBe('ab');
    expect(first.out.replace(/commit [0-9a-f]+/, 'commit COMMIT')).toMatchInlineSnapshot(`
      "Applied 2 of 6 playlists
        ✔ applied  a: 3 rows, 3 requests
        ✔ applied  b: 3 rows, 3 requests
        – left alone  c
            Not beginning "c" tonight: it takes up to 2 requests of writes, and 1 is left [plan/budget-spent]
              fix: Wait: it comes first in the next run that has room, from about 2026-11-23T03:00Z
        – left alone  d
            Not beginning "d" tonight: it takes up to 2 requests of writes, and 1 is left [plan/budget-spent]
              fix: Wait: it comes first in the next run that has room, from about 2026-11-23T03:00Z
        – left alone  e
            Not beginning "e" tonight: it takes up to 2 requests of writes, and 1 is left [plan/budget-spent]
              fix: Wait: it comes first in the next run that has room, from about 2026-11-23T03:00Z
        – left alone  f
            Not beginning "f" tonight: it takes up to 2 requests of writes, and 1 is left [plan/budget-spent]
              fix: Wait: it comes first in the next run that has room, from about 2026-11-23T03:00Z

      Put off to the next run: c, d, e, f

      Recorded in commit COMMIT
      "
    `);
    expect(refused(stage)).toBe(0);

    // Again within the day: one more fits, then nothing is left, and nobody asks Spotify whether there is.
    for (const _ of [1, 2]) {
      stage.world.nowMs += hourMs;
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
      expect(done(stage)).toBe('abc');
      expect(refused(stage)).toBe(0);
    }

    const nights = [done(stage)];
    for (let night = 0; night < 3 && done(stage).length < slugs.length; night++) {
      // A little early, as schedules are.
      stage.world.nowMs += 24 * hourMs - 5 * 60_000;
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
      expect(refused(stage)).toBe(0);
      nights.push(done(stage));
    }
    expect(nights).toEqual(['abc', 'abcde', 'abcdef']);
  });

  test('that are wider than what Spotify gives let its quotas be met', async ({ open, expect }) => {
    const stage = await open(setting({ playlist_reads: 100, writes: 100 }));
    const { exit } = await stage.setlist('sync');
    expect(exit).not.toBe(0);
    expect(refused(stage)).toBe(1);
  });

  test('are told by the second in the record of a run', async ({ open, expect }) => {
    const stage = await open(setting(quotas));
    await stage.setlist('sync');
    const text = await readFile(join(stage.folder, 'reports/owner/runs/2026-11.jsonl'), 'utf8');
    const [intent, end] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(intent).toMatchObject({ promised: { playlist_reads: expect.any(Number), writes: expect.any(Number) } });
    expect([end.sentAt.playlist_reads.length, end.sentAt.writes.length]).toEqual([
      end.requests.playlist_reads,
      end.requests.writes,
    ]);
  });
});
