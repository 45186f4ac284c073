import { describe } from 'vitest';
import { test } from './stage/stage.ts';
import { control, id, playlistId, rule, smallWorld } from './stage/world.ts';

const standing = 'abcdefghij';
const ruled = (letters: string, more = '') => ({
  'playlists/night.yaml': rule('List', letters, more),
  ...control('night'),
});
const acked = (removals: number, until: string) => `ack: { removals: ${removals}, until: ${until} }\n`;

describe('a guard', () => {
  test.concurrent('holds back what would remove too much, lets others go on, and gives way to an ack', async ({
    open,
    expect,
  }) => {
    const files = { ...ruled('zghij'), 'playlists/other.yaml': rule('Other', 'ab') };
    const stage = await open({ world: smallWorld(standing), files });
    expect((await stage.setlist('plan')).exit).toBe(4);

    const held = await stage.setlist('apply --yes');
    expect(held).toMatchObject({ exit: 4, err: '' });
    expect(held.out).toMatchInlineSnapshot(`
      "Applied 2 of 2 playlists
        ✔ applied  night: 11 rows, 3 requests
            playlists/night.yaml:1:1: Refusing to remove 6 of 10 tracks from "List": the limit is 4 [plan/too-many-removals]
              fix: Check the rule; if it is meant, add "ack: { removals: 6, until: <date> }" to the rule
        ✔ applied  other: 2 rows, 4 requests
      "
    `);
    expect(stage.rows()).toBe('abcdefzghij');
    expect((await stage.setlist('plan --quiet')).err).toContain('[plan/too-many-removals]');

    await stage.write({ 'playlists/night.yaml': rule('List', 'zghij', acked(6, '2026-11-22')) });
    expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('zghij');
  });

  test.concurrent.for<[string, string, string, string, string]>([
    ['is not moved by an ack of fewer rows', 'ghij', acked(5, '2026-11-29'), 'plan/too-many-removals', 'abcdefghij'],
    ['is not moved by an ack of the past', 'ghij', acked(6, '2026-11-21'), 'plan/too-many-removals', 'abcdefghij'],
    [
      'never empties a playlist, acked or not',
      'klm',
      `${acked(10, '2026-11-29')}where:\n  - title: { contains: nowhere }\n`,
      'plan/would-empty',
      standing,
    ],
    ['holds a playlist that is protected', 'abcdefghi', 'protected: true\n', 'plan/protected', 'abcdefghij'],
    ['holds what would leave too few', 'abcdefghi', 'guard: { min_tracks: 10 }\n', 'plan/too-few-tracks', standing],
  ])('%s', async ([, letters, more, code, rows], { open, expect }) => {
    const stage = await open({ world: smallWorld(standing), files: ruled(letters, more) });
    const { exit, out } = await stage.setlist('apply --yes');
    expect(out).toContain(`[${code}]`);
    expect({ exit, rows: stage.rows() }).toEqual({ exit: 4, rows });
  });
});

describe('first contact', () => {
  test.concurrent('removes nothing until it is agreed to, on this night or a later one', async ({ open, expect }) => {
    const files = { ...ruled('abcdefghz'), ...control('night', playlistId, 'first') };
    const stage = await open({ world: smallWorld(standing), files });
    for (const rows of ['abcdefghijz', 'abcdefghijz']) {
      expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 4, err: '' });
      expect(stage.rows()).toBe(rows);
    }
    await stage.write({ 'playlists/night.yaml': rule('List', 'abcdefghz', acked(2, '2026-11-29')) });
    expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('abcdefghz');
    // From now on it is known: what a guard lets pass needs no word.
    await stage.write({ 'playlists/night.yaml': rule('List', 'abcdefgh') });
    expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('abcdefgh');
  });
});

describe('a source that fails one night', () => {
  test.concurrent('removes nothing, and the next night goes on', async ({ open, expect }) => {
    const source = {
      id: id('hits'),
      owner: 'owner',
      name: 'Hits',
      rows: [...'fghij'].map((letter) => ({ uri: `spotify:track:${id(letter)}` })),
    };
    const world = smallWorld(standing);
    const stage = await open({
      world: { ...world, playlists: [...world.playlists, source] },
      files: {
        ...ruled(''),
        'playlists/night.yaml': `name: List\nfrom:\n  - playlist: ${id('hits')}\n  - tracks: ["spotify:track:${id('z')}"]\nguard: { max_removed: [100%, 50] }\n`,
      },
    });
    stage.world.faults.push({
      method: 'GET',
      path: `/playlists/${id('hits')}/**`,
      kind: '500',
      when: 'before',
      retryAfterSeconds: 5,
    });
    const failed = await stage.setlist('apply --yes');
    expect(failed).toMatchObject({ exit: 6, out: expect.stringContaining('[plan/incomplete-source]') });
    expect([...stage.rows()].sort().join('')).toBe('abcdefghijz');
    stage.world.faults.length = 0;
    expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('fghijz');
  });
});
