import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { exits } from '../../src/problem/exit.ts';
import { commitAll } from './stage/commit-all.ts';
import { type Ended, start } from './stage/run.ts';
import { type Env, type Stage, test } from './stage/stage.ts';
import type { Texts } from './stage/tree.ts';
import { control, id, playlistId, rule, smallWorld } from './stage/world.ts';

const dayMs = 86_400_000;

type Told = {
  readonly exit: number;
  readonly problems: readonly { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[];
};
type Open = (setting: { world: object; files: Texts }) => Promise<Stage>;
type Kind = 'simulated' | 'real';
/** A repository of its own with the ledger of three nights. */
type Lived = { readonly folder: string; setlist(args: string): Promise<Ended> };

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}, 120_000);

const templates = new Map<Kind, Promise<string>>();

/** Nights are lived through once; every test gets a copy. */
async function lived(open: Open, kind: Kind = 'simulated'): Promise<Lived> {
  const template = templates.get(kind) ?? live(open, kind);
  templates.set(kind, template);
  const folder = copyOf(await template);
  return { folder, setlist: (args) => start(args.split(' '), { cwd: folder }).ended };
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'setlist-verify-'));
  made.push(copy);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Three nights, each with another rule, and an edit by hand before the last: rows come, go and are taken out by people. */
async function live(open: Open, kind: Kind): Promise<string> {
  const files = { 'playlists/list.yaml': rule('List', 'abcdef'), 'playlists/new.yaml': rule('New', 'kl') };
  const stage = await open({ world: smallWorld('zyx'), files: { ...files, ...control('list') } });
  for (const [index, some] of ['abcdef', 'bcdefg', 'acdegh'].entries()) {
    await stage.write({ 'playlists/list.yaml': rule('List', some, 'guard: { max_removed: [100%, 50] }\n') });
    if (index === 2) stage.edit('bcdefgw');
    const { exit, err } = await stage.setlist('sync --by schedule', kind === 'real' ? asReal(stage) : {});
    // What people edited is held for a night.
    if (exit !== (index === 2 ? exits.guard : exits.done))
      throw new Error(`night ${index + 1} ended with ${exit}: ${err}`);
    await fetch(`${stage.simulator.clockUrl}/sleep`, {
      method: 'POST',
      body: JSON.stringify({ untilMs: stage.world.nowMs + dayMs }),
    });
  }
  return copyOf(stage.folder);
}

/** The simulator under a name that is not known to be this machine: the ledger is then that of a real account. */
const asReal = ({ simulator }: Stage): Env => ({
  SETLIST_SPOTIFY_API_URL: `${simulator.authUrl.replace('127.0.0.1', '[::ffff:127.0.0.1]')}/v1`,
});

const pathIn = ({ folder }: Lived, shelf: string): string => {
  const [name] = readdirSync(join(folder, 'reports/owner', shelf))
    .sort()
    .reverse();
  return `reports/owner/${shelf}/${name}`;
};
const linesIn = ({ folder }: Lived, path: string): string[] =>
  readFileSync(join(folder, path), 'utf8').trimEnd().split('\n');

/** Somebody changes lines of a file and commits that, or does not. */
function tamper(stage: Lived, path: string, change: (lines: string[]) => string[], isCommitted = true): void {
  writeFileSync(
    join(stage.folder, path),
    change(linesIn(stage, path))
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (isCommitted) commitAll(stage.folder, 'Tidy up');
}

async function verified(stage: Lived): Promise<Told & { readonly found: readonly string[] }> {
  const { exit, out } = await stage.setlist('verify --json');
  const told = JSON.parse(out) as Told;
  return {
    ...told,
    exit: exit ?? -1,
    found: told.problems.map(({ code, facts }) => `${code} ${facts['path']}:${facts['line']}`),
  };
}

const headOf = ({ folder }: Lived): string =>
  execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();

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
