import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { chainOf, git, readLedgerOf, uncommitted } from '../../bench/stop-anywhere/read.ts';
import { commitAll } from '../stage/commit-all.ts';
import { type Stage, test } from '../stage/stage.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

const more = 'hand_edits: revert\nguard: { max_removed: [100%, 100] }\n';
const files = {
  'playlists/night.yaml': rule('List', 'abc', more),
  'playlists/other.yaml': rule('Other', 'klm', more),
  ...control('night'),
};
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Items that came into the one playlist of the stage, as the audit tells it. */
async function enteredIn(stage: Stage): Promise<readonly string[]> {
  const { audit } = await readLedgerOf(stage.folder);
  return audit.flatMap((line) =>
    'body' in line && line.body.rule === 'night' ? line.body.entered.map(({ key }) => key[14] ?? '') : [],
  );
}

describe('two runs at once on one repository', () => {
  test('one yields or waits its turn; nothing is lost and nothing done twice', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('abc'), files });
    expect((await stage.setlist('sync')).exit).toBe(0);
    const letters = [...'defghi'];
    const exits: (number | null)[] = [];
    for (const [round, letter] of letters.entries()) {
      const text = rule('List', `abc${letters.slice(0, round + 1).join('')}`, more);
      await stage.write({ 'playlists/night.yaml': text });
      stage.world.nowMs += 60_000;
      const one = stage.start('sync');
      await pause(round * 120);
      const other = stage.start('sync');
      const ended = await Promise.all([one.ended, other.ended]);
      exits.push(...ended.map(({ exit }) => exit));
      for (const { exit, err } of ended)
        expect(exit === 0 ? '' : err).toMatch(exit === 0 ? /^$/ : /machine\/lease-held/);
      expect(stage.rows().at(-1), 'one of them did the work').toBe(letter);
      expect(uncommitted(stage.folder)).toBe('');
    }
    expect(stage.rows()).toBe(`abc${letters.join('')}`);
    expect(await enteredIn(stage)).toEqual(letters);
    expect([...stage.world.playlists.values()].map(({ name }) => name).sort()).toEqual(['List', 'Other']);
    expect(await chainOf(stage.folder)).toMatchObject({ kind: 'whole' });
    expect(exits.filter((exit) => exit !== 0 && exit !== 12)).toEqual([]);
    expect(exits).toContain(12);
  }, 600_000);
});

describe('a person commits while a run is at work', () => {
  test('before anything was announced: it begins anew, with what is committed now', async ({ open, expect }) => {
    let reads = 0;
    const stage: Stage = await open({
      world: smallWorld('abc'),
      files: { ...files, 'playlists/night.yaml': rule('List', 'abcd', more) },
      before: async ({ path }) => {
        if (path === '/api/token' || ++reads !== 2) return;
        await stage.write({ 'playlists/night.yaml': rule('List', 'abce', more) });
      },
    });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('abce');
    expect(await enteredIn(stage)).toEqual(['e']);
    expect(await chainOf(stage.folder)).toMatchObject({ kind: 'whole' });
    expect(uncommitted(stage.folder)).toBe('');
  });

  test('between what was announced and what came of it: both stay', async ({ open, expect }) => {
    let writes = 0;
    const stage: Stage = await open({
      world: smallWorld('abc'),
      files: { ...files, 'playlists/night.yaml': rule('List', 'abcd', more) },
      before: async ({ method, path }) => {
        if (method === 'GET' || path === '/api/token' || ++writes > 3) return;
        await writeFile(join(stage.folder, 'README.md'), `Written by Ana, ${writes}\n`);
        commitAll(stage.folder, `Say more, ${writes}`);
      },
    });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(writes).toBeGreaterThan(3);
    expect(stage.rows()).toBe('abcd');
    expect(await enteredIn(stage)).toEqual(['d']);
    expect(git(stage.folder, 'show', 'HEAD:README.md')).toBe('Written by Ana, 3\n');
    expect(
      git(stage.folder, 'log', '--format=%an %s')
        .split('\n')
        .filter((line) => line.startsWith('Ana Say')),
    ).toHaveLength(3);
    expect(await chainOf(stage.folder)).toMatchObject({ kind: 'whole' });
    expect(uncommitted(stage.folder)).toBe('');
    stage.world.nowMs += 86_400_000;
    stage.requests();
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(stage.requests().filter((one) => !one.startsWith('GET '))).toEqual([]);
  });
});
