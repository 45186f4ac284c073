import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { disk } from '../../src/adapters/files/disk.ts';
import { openGit } from '../../src/adapters/git/open-git.ts';
import type { Ports } from '../../src/app/ports.ts';
import { alone } from '../../src/app/syncing/alone.ts';
import { connect } from '../../src/cli/connect.ts';
import type { Clock, Git } from '../../src/ports.ts';
import { refusals } from '../adapters/git/repository.ts';
import { commitAll } from '../scenarios/stage/commit-all.ts';
import { writeTree } from '../scenarios/stage/tree.ts';
import { setlistYaml } from '../scenarios/stage/world.ts';

const hourMs = 3_600_000;

/** Ports on a real repository, as far as they are used before Spotify is, and a clock that stands. */
async function here(): Promise<{ readonly ports: Ports; readonly git: Git; readonly clock: { nowMs: number } }> {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-alone-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await writeTree(folder, { 'playlists/setlist.yaml': setlistYaml });
  commitAll(folder, 'Rules');
  const time = { nowMs: Date.parse('2026-11-22T03:00:00Z') };
  const clock: Clock = { now: () => time.nowMs, sleep: async () => undefined };
  const git = openGit(folder, process.env);
  const ports = {
    files: disk(folder),
    clock,
    git,
    connect: connect({}, { apiUrl: '', authUrl: '' }, { clock }),
    started: { trigger: 'schedule', actor: 'Ana' },
    simulated: false,
    world: null,
  } as unknown as Ports;
  return { ports, git, clock: time };
}

test('holds its leases for longer where more than half of their time is over when it begins anew', async () => {
  const { ports, git, clock } = await here();
  const until: (number | undefined)[] = [];
  const begun = clock.nowMs;
  await alone(ports, async () => {
    until.push((await git.holder('main', clock.nowMs))?.untilMs);
    clock.nowMs += 1.5 * hourMs;
    return until.length < 2 ? 'moved' : 'done';
  });
  expect(until).toEqual([begun + 2 * hourMs, begun + 3.5 * hourMs]);
  expect(await git.holder('main', clock.nowMs)).toBeNull();
});

test('does not go on where somebody else took a lease that was over, and leaves it to them', async () => {
  const { ports, git, clock } = await here();
  let [tries, ended] = [0, 0];
  const told = refusals(
    alone(
      ports,
      async () => {
        tries++;
        clock.nowMs += 3 * hourMs;
        await git.lease('main', { owner: 'Ben', run: 'his', untilMs: clock.nowMs + hourMs }, clock.nowMs);
        return 'moved';
      },
      async () => void ended++,
    ),
  );
  expect(await told).toMatchObject([{ code: 'machine/lease-held', facts: { owner: 'Ben' } }]);
  expect([tries, ended]).toEqual([1, 1]);
  expect(await git.holder('main', clock.nowMs)).toMatchObject({ owner: 'Ben' });
});

test('gives up after three tries, once what is to be kept is kept', async () => {
  const { ports, git, clock } = await here();
  const seen: string[] = [];
  const told = refusals(
    alone(
      ports,
      async () => {
        seen.push('try');
        return 'moved';
      },
      async () => void seen.push((await git.holder('main', clock.nowMs)) === null ? 'given back' : 'held'),
    ),
  );
  expect(await told).toMatchObject([{ code: 'machine/moved-head', facts: { tries: 3 } }]);
  expect(seen).toEqual(['try', 'try', 'try', 'held']);
});
