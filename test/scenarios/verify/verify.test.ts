import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { commitAll } from '../stage/commit-all.ts';
import { test } from '../stage/stage.ts';
import { id, playlistId, smallWorld } from '../stage/world.ts';
import { linesIn, lived, pathIn, tamper, verified } from './lived.ts';

describe('verify', { timeout: 120_000 }, () => {
  test('finds nothing in three nights, of the simulator or not', async ({ open, expect }) => {
    const simulated = await lived(open);
    expect(await simulated.setlist('verify')).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringMatching(
        /^owner: \d+ entries .* whole .*; 2 playlists agree .*; 3 runs\nGit's history is left out/,
      ),
    });
    const real = await lived(open, 'real');
    const { exit, out, err } = await real.setlist('verify');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/followed over \d+ commits since [0-9a-f]{10}: the ledger was only ever added to/);
  });

  test('says that there is no ledger yet', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld(''), files: {} });
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0, err: '' });
  });

  test.for<[string, number, (lines: string[]) => string[]]>([
    ['edited', 2, (lines) => lines.with(1, (lines[1] as string).replace('"by":"setlist"', '"by":"hand"'))],
    ['dropped', 2, (lines) => lines.toSpliced(1, 1)],
    ['reordered', 2, ([first = '', second = '', third = '', ...rest]) => [first, third, second, ...rest]],
  ])('names the entry of the audit that was %s', async ([, line, change], { open, expect }) => {
    const stage = await lived(open);
    const path = pathIn(stage, 'audit');
    const before = linesIn(stage, path);
    expect(change(before)).not.toEqual(before);
    tamper(stage, path, change);
    expect(await verified(stage)).toMatchObject({ exit: 8, found: [`ledger/altered ${path}:${line}`] });
  });

  test('misses an end that was cut off', async ({ open, expect }) => {
    const stage = await lived(open);
    const path = pathIn(stage, 'audit');
    const many = linesIn(stage, path).length;
    tamper(stage, path, (lines) => lines.slice(0, -1));
    const { exit, found } = await verified(stage);
    expect(exit).toBe(8);
    expect(found).toContain(`ledger/altered ${path}:${many}`);
  });

  test('misses entries whose run was taken out', async ({ open, expect }) => {
    const stage = await lived(open);
    tamper(stage, pathIn(stage, 'runs'), (lines) => lines.slice(0, -2));
    expect((await verified(stage)).found).toEqual([`ledger/disagrees ${pathIn(stage, 'audit')}:undefined`]);
  });

  test('tells the chain of another origin, whole or spliced in', async ({ open, expect }) => {
    const [stage, other] = [await lived(open), await lived(open, 'real')];
    const path = pathIn(stage, 'audit');
    const own = linesIn(stage, path);
    tamper(stage, path, (lines) => [...lines, ...linesIn(other, path)]);
    expect((await verified(stage)).found).toEqual([`ledger/altered ${path}:${own.length + 1}`]);
    tamper(stage, path, () => own);
    expect((await verified(stage)).found).toEqual([]);
    const text = readFileSync(join(stage.folder, 'reports/origin.json'), 'utf8');
    writeFileSync(join(stage.folder, 'reports/origin.json'), text.replace('"owner": "owner"', '"owner": "friend"'));
    commitAll(stage.folder, 'Take it over');
    expect((await verified(stage)).found).toEqual([`ledger/altered ${path}:1`]);
  });

  test('tells a record of a playlist that was edited, or taken away', async ({ open, expect }) => {
    const stage = await lived(open);
    const path = `reports/owner/playlists/${playlistId}.json`;
    const before = linesIn(stage, path);
    tamper(stage, path, (lines) => lines.map((line) => line.replace(`:${id('c')}`, `:${id('q')}`)));
    expect(linesIn(stage, path)).not.toEqual(before);
    expect(await verified(stage)).toMatchObject({ exit: 8, found: [`ledger/disagrees ${path}:undefined`] });
    rmSync(join(stage.folder, path));
    commitAll(stage.folder, 'Tidy up');
    expect((await verified(stage)).found).toEqual([`ledger/broken ${path}:undefined`]);
  });

  test('tells a history that does not add up to the rows', async ({ open, expect }) => {
    const stage = await lived(open);
    tamper(stage, pathIn(stage, 'history'), (lines) => lines.map((line) => line.replace(`:${id('b')}`, `:${id('q')}`)));
    expect((await verified(stage)).found).toEqual([
      `ledger/disagrees reports/owner/playlists/${playlistId}.json:undefined`,
    ]);
  });

  test('tells what is not committed, and all that cannot be read', async ({ open, expect }) => {
    const stage = await lived(open);
    tamper(stage, pathIn(stage, 'history'), (lines) => [...lines, lines.at(-1) as string], false);
    expect((await verified(stage)).found).toContain('ledger/uncommitted undefined:undefined');
    tamper(stage, pathIn(stage, 'history'), () => ['<<<<<<<'], false);
    tamper(stage, pathIn(stage, 'runs'), () => ['{}'], false);
    expect((await verified(stage)).found).toEqual([
      `ledger/broken ${pathIn(stage, 'history')}:undefined`,
      `ledger/broken ${pathIn(stage, 'runs')}:undefined`,
    ]);
  });
});
