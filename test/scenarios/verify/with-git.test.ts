import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { commitAll } from '../stage/commit-all.ts';
import { test } from '../stage/stage.ts';
import { playlistId } from '../stage/world.ts';
import { headOf, linesIn, lived, pathIn, verified } from './lived.ts';

describe('verify, with git', { timeout: 120_000 }, () => {
  test('names the commit that cut audit and runs off together, until it is put back', async ({ open, expect }) => {
    const stage = await lived(open, 'real');
    const [audit, runs, history] = ['audit', 'runs', 'history'].map((shelf) => pathIn(stage, shelf)) as [
      string,
      string,
      string,
    ];
    const before = new Map([audit, runs, history].map((path) => [path, linesIn(stage, path)] as const));
    const record = `reports/owner/playlists/${playlistId}.json`;
    const last = JSON.parse(before.get(runs)?.at(-1) as string) as { run: string };
    // Back to how it all stood after the second night.
    const back = execFileSync('git', ['-C', stage.folder, 'log', '--format=%H', '--', runs], {
      encoding: 'utf8',
    }).split('\n');
    const second = back.find(
      (commit) =>
        !execFileSync('git', ['-C', stage.folder, 'show', `${commit}:${runs}`], { encoding: 'utf8' }).includes(
          last.run,
        ),
    ) as string;
    execFileSync('git', ['-C', stage.folder, 'checkout', second, '--', audit, runs, history, record]);
    commitAll(stage.folder, 'Nothing to see');
    const { exit, problems, found } = await verified(stage);
    expect(exit).toBe(8);
    expect(found).toEqual([
      `ledger/altered ${audit}:${linesIn(stage, audit).length + 1}`,
      `ledger/altered ${history}:${linesIn(stage, history).length + 1}`,
      `ledger/altered ${runs}:${linesIn(stage, runs).length + 1}`,
    ]);
    expect(problems.map(({ facts }) => facts['by'])).toEqual(
      Array(3).fill({ commit: headOf(stage), author: 'Ana', subject: 'Nothing to see' }),
    );
    execFileSync('git', ['-C', stage.folder, 'checkout', 'HEAD^', '--', audit, runs, history, record]);
    commitAll(stage.folder, 'Put it back');
    expect(await verified(stage)).toMatchObject({ exit: 0, found: [] });
  });

  test('names the commit that took whole months away, and the one that changed the origin', async ({
    open,
    expect,
  }) => {
    const stage = await lived(open, 'real');
    const [audit, history] = [pathIn(stage, 'audit'), pathIn(stage, 'history')];
    rmSync(join(stage.folder, history));
    commitAll(stage.folder, 'Tidy up');
    const first = await verified(stage);
    expect(first.found.at(-1)).toBe(`ledger/altered ${history}:null`);
    expect(first.problems.at(-1)?.facts['by']).toMatchObject({ commit: headOf(stage) });
    const text = readFileSync(join(stage.folder, 'reports/origin.json'), 'utf8');
    writeFileSync(join(stage.folder, 'reports/origin.json'), text.replace('"owner": "owner"', '"owner": "friend"'));
    commitAll(stage.folder, 'Take it over');
    const { found } = await verified(stage);
    expect(found).toContain(`ledger/altered ${audit}:1`);
    expect(found).toContain('ledger/altered reports/origin.json:null');
  });

  test('says that there is no repository', async ({ open, expect }) => {
    const stage = await lived(open, 'real');
    rmSync(join(stage.folder, '.git'), { recursive: true });
    expect(await verified(stage)).toMatchObject({ exit: 11, problems: [{ code: 'machine/no-repository' }] });
  });

  test('refuses a history that begins in the middle', async ({ open, expect }) => {
    const stage = await lived(open, 'real');
    rmSync(join(stage.folder, '.git'), { recursive: true });
    commitAll(stage.folder, 'All at once');
    expect((await verified(stage)).problems).toMatchObject([{ code: 'ledger/history-cut', facts: { runs: 3 } }]);
  });
});
