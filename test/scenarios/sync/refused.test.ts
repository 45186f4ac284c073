import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { git } from '../../bench/stop-anywhere/read.ts';
import { commitAll } from '../stage/commit-all.ts';
import { type Env, type Stage, test } from '../stage/stage.ts';
import { control, playlistId, rule, smallWorld } from '../stage/world.ts';

const more = 'hand_edits: revert\n';
const files = { 'playlists/night.yaml': rule('List', 'abcd', more), ...control('night') };

const read = (stage: Stage, path: string): Promise<string> => readFile(join(stage.folder, path), 'utf8');
const put = (stage: Stage, path: string, text: string): Promise<void> => writeFile(join(stage.folder, path), text);

type Change = (text: string) => string;
const half: Change = (text) => text.slice(0, text.length >> 1);
const marked: Change = (text) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`;
const later: Change = (text) =>
  text.includes('"version"') ? text.replace(/"version": ?1/, '"version": 2') : text.replace(/^\{/, '{"version":2,');
const nonsense: Change = () => '{"never": "ours"}\n';

/** Lines have no version of their own: that of the origin is theirs. */
const versioned = ['reports/owner/control.json', `reports/owner/playlists/${playlistId}.json`];
const shelves = ['history', 'audit', 'runs'].map((shelf) => `reports/owner/${shelf}/2026-11.jsonl`);

/** A night was served, and it is the next. */
async function served(open: (setting: { world: object; files: typeof files }) => Promise<Stage>): Promise<Stage> {
  const stage = await open({ world: smallWorld('abc'), files });
  const ended = await stage.setlist('sync');
  if (ended.exit !== 0) throw new Error(JSON.stringify(ended));
  stage.world.nowMs += 86_400_000;
  stage.simulator.clearLog();
  return stage;
}

const firstFacts = async ({ folder }: Stage): Promise<string> => {
  const [name = ''] = (await readdir(join(folder, 'reports/owner/facts'))).sort();
  return `reports/owner/facts/${name}`;
};

describe('a ledger that is not as it was written', () => {
  for (const [kind, damage, code, isOfLines] of [
    ['half-written', half, 'ledger/broken', true],
    ['with merge markers', marked, 'ledger/broken', true],
    ['of another shape', nonsense, 'ledger/broken', true],
    ['of a newer version', later, 'ledger/other-version', false],
  ] as const)
    test(`${kind}: every file is named, and nothing is sent`, async ({ open, expect }) => {
      const stage = await served(open);
      const account = isOfLines ? [...versioned, ...shelves, await firstFacts(stage)] : versioned;
      for (const paths of [account, ['reports/origin.json']]) {
        const whole = await Promise.all(paths.map((path) => read(stage, path)));
        for (const [index, path] of paths.entries()) await put(stage, path, damage(whole[index] ?? ''));
        commitAll(stage.folder, `Damage: ${kind}`);
        const { exit, err } = await stage.setlist('sync');
        expect(exit, err).toBe(8);
        for (const path of paths) expect(err).toMatch(new RegExp(`"${path}".*\\[${code}\\]\n {2}fix: `));
        for (const [index, path] of paths.entries()) await put(stage, path, whole[index] ?? '');
        commitAll(stage.folder, 'Put back');
      }
      expect(stage.simulator.log).toEqual([]);
    }, 300_000);

  test('uncommitted: a changed, a new and a missing file', async ({ open, expect }) => {
    const stage = await served(open);
    const runs = 'reports/owner/runs/2026-11.jsonl';
    const whole = await read(stage, runs);
    for (const [path, text, back] of [
      [runs, `${whole}\n`, whole],
      ['reports/owner/history/2026-12.jsonl', '', null],
      [runs, null, whole],
    ] as const) {
      await (text === null ? rm(join(stage.folder, path)) : put(stage, path, text));
      const { exit, err } = await stage.setlist('sync');
      expect({ exit, err }).toEqual({ exit: 8, err: expect.stringContaining(path) });
      await (back === null ? rm(join(stage.folder, path)) : put(stage, path, back));
    }
    expect(stage.simulator.log).toEqual([]);
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
  }, 300_000);

  test('of another repository, of another user, of another Spotify', async ({ open, expect }) => {
    const stage = await served(open);
    const path = 'reports/origin.json';
    const whole = await read(stage, path);
    git(stage.folder, 'remote', 'add', 'origin', 'https://github.com/somebody/else.git');
    for (const change of [
      (text: string) => text.replace('"repository": null', '"repository": "ana/playlists"'),
      (text: string) => text.replace('"simulated": true', '"simulated": false'),
    ]) {
      expect(change(whole)).not.toBe(whole);
      await put(stage, path, change(whole));
      commitAll(stage.folder, 'Another origin');
      const { exit, err } = await stage.setlist('sync');
      expect({ exit, err }).toEqual({ exit: 8, err: expect.stringContaining('[ledger/other-origin]') });
      expect(err).toContain('setlist init --fresh');
    }
    expect(stage.simulator.log).toEqual([]);
    // The audit hangs on the user as well: nobody need be asked, and a night without writes is refused too.
    await put(stage, path, whole.replace('"owner": "owner"', '"owner": "friend"'));
    commitAll(stage.folder, 'Another user');
    const { exit, err } = await stage.setlist('sync');
    expect({ exit, err }).toEqual({ exit: 8, err: expect.stringContaining('[ledger/disagrees]') });
    expect(err).toContain(path);
    expect(stage.simulator.log).toEqual([]);
  }, 300_000);
});

describe('a repository in which nothing could be kept', () => {
  const cases: readonly (readonly [string, string, number, (stage: Stage) => unknown, Env?])[] = [
    ['no git on this machine', 'machine/no-git', 11, () => undefined, { PATH: '/nowhere' }],
    ['no repository', 'machine/no-repository', 11, ({ folder }) => rm(join(folder, '.git'), { recursive: true })],
    [
      'no commit',
      'machine/no-commit',
      11,
      async ({ folder }) => {
        await rm(join(folder, '.git'), { recursive: true });
        git(folder, 'init', '--quiet');
      },
    ],
    ['a detached head', 'machine/no-branch', 11, ({ folder }) => git(folder, 'switch', '--quiet', '--detach')],
    [
      'rules that are not committed',
      'machine/uncommitted-rules',
      11,
      (stage) => put(stage, 'playlists/night.yaml', rule('List', 'z')),
    ],
    [
      'a tree that cannot be written',
      'machine/',
      11,
      ({ folder }) => execFileSync('chattr', ['-R', '+i', join(folder, '.git')]),
    ],
    [
      'a tree of which one folder cannot be written',
      'machine/file',
      11,
      ({ folder }) => execFileSync('chattr', ['+i', join(folder, 'reports/owner/audit')]),
    ],
  ];
  for (const [what, code, exit, change, env] of cases)
    test(`${what}: is said before anything is sent`, async ({ open, expect, skip }) => {
      const stage = await served(open);
      try {
        await change(stage);
      } catch (error) {
        // Only some disks let root write-protect a file against itself.
        if (what.startsWith('a tree')) skip('this disk knows no immutable files');
        throw error;
      }
      const ended = await stage.setlist('sync', env);
      for (const path of ['.git', 'reports'])
        if (what.startsWith('a tree')) execFileSync('chattr', ['-R', '-i', join(stage.folder, path)]);
      expect(ended).toMatchObject({ exit, err: expect.stringContaining(`[${code}`) });
      expect(ended.err).toContain('fix: ');
      expect(stage.simulator.log).toEqual([]);
    }, 120_000);
});
