import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe } from 'vitest';
import { renderWorld } from '../../../src/simulator/world/render.ts';
import { chainOf, git, readLedgerOf, uncommitted } from '../../bench/stop-anywhere/read.ts';
import { type Stage, test } from '../stage/stage.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

const more = 'hand_edits: revert\n';
const files = { 'playlists/night.yaml': rule('List', 'abc', more), ...control('night') };
const longer = { 'playlists/night.yaml': rule('List', 'abcd', more) };

/** What the audit says that came into the list, and who brought it. */
async function broughtIn({ folder }: Stage): Promise<readonly string[]> {
  const { audit } = await readLedgerOf(folder);
  return audit.flatMap((line) =>
    'body' in line ? line.body.entered.map(({ key }) => `${line.body.who.by} ${key[14]}`) : [],
  );
}

/** A git on the path that waits before it takes the lease: `asked` comes to be then, and `go` lets it on. */
async function waitingGit({ folder }: Stage) {
  const bin = join(folder, '.git', 'waiting');
  const [asked, go] = [join(bin, 'asked'), join(bin, 'go')];
  const real = join(git(folder, '--exec-path').trim(), 'git');
  const wait = `touch '${asked}'; while [ ! -e '${go}' ]; do sleep 0.02; done`;
  await mkdir(bin);
  await writeFile(
    join(bin, 'git'),
    `#!/bin/sh\ncase "$*" in *'hash-object -w --stdin') ${wait};; esac\nexec '${real}' "$@"\n`,
    { mode: 0o755 },
  );
  return { path: `${bin}:${process.env['PATH']}`, asked, go };
}

/** Nothing in the environment names a Spotify: it lives in the ledger. */
const embedded = Object.fromEntries(
  ['SPOTIFY_API_URL', 'SPOTIFY_AUTH_URL', 'CLOCK_URL', 'TOKEN_OWNER'].map((name) => [`SETLIST_${name}`, undefined]),
);

describe('another run does the work of the night, and is done', () => {
  test('before this one has its lease: it begins with what the other left', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('abc'), files });
    expect((await stage.setlist('sync')).exit).toBe(0);
    await stage.write(longer);
    const { path, asked, go } = await waitingGit(stage);
    const late = stage.start('sync', { PATH: path });
    while (!existsSync(asked)) await delay(20);
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    await writeFile(go, '');
    expect(await late.ended).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('abcd');
    expect(await broughtIn(stage)).toEqual(['setlist d']);
    expect(await chainOf(stage.folder)).toMatchObject({ kind: 'whole' });
    expect(uncommitted(stage.folder)).toBe('');
  });

  test('on the Spotify that lives in the ledger: a world of yesterday takes the place of none', async ({
    open,
    expect,
  }) => {
    const stage = await open({ world: smallWorld('abc'), files: { 'playlists/new.yaml': rule('New', 'ab') } });
    await stage.write({ 'reports/simulator.json': renderWorld(stage.world) });
    const { path, asked, go } = await waitingGit(stage);
    const late = stage.start('sync', { ...embedded, PATH: path });
    while (!existsSync(asked)) await delay(20);
    expect(await stage.setlist('sync', embedded)).toMatchObject({ exit: 0, err: '' });
    const world = git(stage.folder, 'show', 'HEAD:reports/simulator.json');
    await writeFile(go, '');
    expect(await late.ended).toMatchObject({
      exit: 11,
      err: expect.stringContaining('the branch moved while this run was at work [machine/moved-head]'),
    });
    expect(git(stage.folder, 'show', 'HEAD:reports/simulator.json')).toBe(world);
    // As a run that was killed between the branch and the disk leaves it.
    git(stage.folder, 'restore', '--source', 'HEAD~1', '--staged', '--worktree', 'reports');
    expect(await stage.setlist('sync', embedded)).toMatchObject({ exit: 0, err: '' });
  });

  test('on another machine, whose commits come in while this one reads Spotify: it begins anew', async ({
    open,
    expect,
  }) => {
    let isOvertaken = false;
    const stage: Stage = await open({
      world: smallWorld('abc'),
      files,
      before: async () => {
        if (!isOvertaken) return;
        isOvertaken = false;
        const other = join(stage.folder, '.git', 'other-machine');
        execFileSync('git', ['clone', '--quiet', stage.folder, other]);
        expect(await stage.setlist(`sync --dir ${other}`)).toMatchObject({ exit: 0, err: '' });
        git(stage.folder, 'pull', '--quiet', '--ff-only', other, 'main');
      },
    });
    expect((await stage.setlist('sync')).exit).toBe(0);
    await stage.write(longer);
    isOvertaken = true;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('abcd');
    expect(await broughtIn(stage)).toEqual(['setlist d']);
    expect(await chainOf(stage.folder)).toMatchObject({ kind: 'whole' });
    expect(uncommitted(stage.folder)).toBe('');
  });
});
