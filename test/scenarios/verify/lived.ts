import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { exits } from '../../../src/problem/exit.ts';
import { commitAll } from '../stage/commit-all.ts';
import { type Ended, start } from '../stage/run.ts';
import type { Env, Stage } from '../stage/stage.ts';
import type { Texts } from '../stage/tree.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

export const dayMs = 86_400_000;

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
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  templates.clear();
}, 120_000);

const templates = new Map<Kind, Promise<string>>();

/** Nights are lived through once a file; every test gets a copy. */
export async function lived(open: Open, kind: Kind = 'simulated'): Promise<Lived> {
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

export const pathIn = ({ folder }: Lived, shelf: string): string => {
  const [name] = readdirSync(join(folder, 'reports/owner', shelf))
    .sort()
    .reverse();
  return `reports/owner/${shelf}/${name}`;
};
export const linesIn = ({ folder }: Lived, path: string): string[] =>
  readFileSync(join(folder, path), 'utf8').trimEnd().split('\n');

/** Somebody changes lines of a file and commits that, or does not. */
export function tamper(stage: Lived, path: string, change: (lines: string[]) => string[], isCommitted = true): void {
  writeFileSync(
    join(stage.folder, path),
    change(linesIn(stage, path))
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (isCommitted) commitAll(stage.folder, 'Tidy up');
}

export async function verified(stage: Lived): Promise<Told & { readonly found: readonly string[] }> {
  const { exit, out } = await stage.setlist('verify --json');
  const told = JSON.parse(out) as Told;
  return {
    ...told,
    exit: exit ?? -1,
    found: told.problems.map(({ code, facts }) => `${code} ${facts['path']}:${facts['line']}`),
  };
}

export const headOf = ({ folder }: Lived): string =>
  execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
