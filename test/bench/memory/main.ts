/**
 * The most memory that `sync` takes: the built command in its own process, Spotify in another, on a night that reads
 * everything, on one on which 5 % of the playlists changed, and on a quiet one:
 *
 *     npm run bench:memory -- [--playlists 1000] [--check]
 */
import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { seededClientId } from '../../../src/simulator/world/seeded.ts';
import { commitAll } from '../../scenarios/stage/commit-all.ts';
import { root } from '../../scenarios/stage/run.ts';
import { writeTree } from '../../scenarios/stage/tree.ts';
import type { Started } from './spotify.ts';

/** MB of resident memory. */
const limit = 150;

const { values } = parseArgs({
  options: {
    playlists: { type: 'string', default: '1000' },
    check: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    /** A build that is there already. */
    dist: { type: 'string' },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'setlist-memory-'));
const [built, repository] = [
  values.dist === undefined ? join(folder, 'dist') : resolve(values.dist),
  join(folder, 'repository'),
];
if (values.dist === undefined)
  execFileSync(join(root, 'node_modules/.bin/rolldown'), ['--config', 'rolldown.config.ts', '--dir', built], {
    cwd: root,
    stdio: 'pipe',
  });

const spotify = fork(join(here, 'spotify.ts'), [values.playlists]);
try {
  const [started] = (await once(spotify, 'message')) as [Started];
  await writeTree(repository, files(started.playlists));
  commitAll(repository, 'Rules');
  const peaks: number[] = [];
  for (const [index, what] of ['everything is read', '5 % changed', 'nothing changed'].entries()) {
    if (index === 1) {
      spotify.send('night');
      await once(spotify, 'message');
    }
    const { exit, peak, seconds } = await sync(started.env);
    peaks.push(peak);
    process.stdout.write(
      `${what.padEnd(20)} ${peak.toFixed(0).padStart(5)} MB  ${seconds.toFixed(0)} s  exit ${exit}\n`,
    );
    if (exit !== 0) process.exitCode = 1;
  }
  if (values.check && Math.max(...peaks) > limit) process.exitCode = 1;
} finally {
  spotify.disconnect();
  rmSync(folder, { recursive: true, force: true });
}

async function sync(env: Started['env']) {
  const peakFile = join(folder, 'peak');
  const begun = performance.now();
  const args = [
    '--import',
    join(here, 'peak.mjs'),
    ...values.node,
    join(built, 'cli.js'),
    'sync',
    '--by',
    'schedule',
    '--quiet',
    ...(values.report ? [] : ['--no-report']),
  ];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: repository,
    env: { PATH, HOME, SETLIST_PEAK_FILE: peakFile, ...env },
    stdio: 'inherit',
  });
  const [exit] = (await once(child, 'close')) as [number | null];
  const peak = Number(readFileSync(peakFile, 'utf8')) / 1024;
  return { exit, peak, seconds: (performance.now() - begun) / 1000 };
}

/** A rule for each playlist that keeps what stands in it: reading and planning are what is measured, and the ledger. */
function files(playlists: readonly string[]): Readonly<Record<string, string>> {
  const portfolio = {
    title: 'Memory',
    timezone: 'UTC',
    apps: { main: { client_id: seededClientId, pace: { per_second: 20 }, accounts: { owner: {} } } },
    apply: 'on',
    budget: { playlist_reads: 10_000, tracks: 10_000, followers: 50 },
    defaults: { hand_edits: 'keep' },
  };
  const slug = (at: number): string => `list-${at + 1}`;
  const control = {
    version: 1,
    playlists: Object.fromEntries(playlists.map((id, at) => [slug(at), { id, contact: 'known' }])),
  };
  return {
    'playlists/setlist.yaml': stringify(portfolio),
    'reports/owner/control.json': `${JSON.stringify(control)}\n`,
    ...Object.fromEntries(
      playlists.map((id, at) => [
        `playlists/${slug(at)}.yaml`,
        stringify({ name: `List ${at + 1}`, from: [{ playlist: id }], dedupe: 'none' }),
      ]),
    ),
  };
}
