import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disk } from '../../src/adapters/files/disk.ts';
import { append, filesBetween } from '../../src/app/syncing/journal.ts';
import { noFacts } from '../../src/domain/facts.ts';
import { hashKeys } from '../../src/domain/hash.ts';
import type { AccountName, PlaylistId, Slug, SnapshotId, UserId } from '../../src/domain/ids.ts';
import { type Actual, keysOf, type Row } from '../../src/domain/playlist.ts';
import { noControl } from '../../src/domain/portfolio.ts';
import type { AuditBody } from '../../src/domain/records/audit.ts';
import type { Origin } from '../../src/domain/records/origin.ts';
import type { RunEnd } from '../../src/domain/records/run.ts';
import type { AccountLedger } from '../../src/ledger/ledger.ts';
import { renderOrigin, rootOf } from '../../src/ledger/origin.ts';
import { originPath } from '../../src/ledger/paths.ts';
import type { Files } from '../../src/ports.ts';
import { at, folder, type Here } from '../adapters/git/repository.ts';
import { keys, lettersOf, tracks } from '../build/rule.ts';

export const owner = 'owner' as AccountName;
export const ids = { p: 'p'.repeat(22) as PlaylistId, q: 'q'.repeat(22) as PlaylistId };
export const origin: Origin = {
  version: 1,
  repository: null,
  accounts: { [owner]: 'ana' as UserId },
  simulated: false,
};

export const nothing: AccountLedger = {
  account: owner,
  control: noControl,
  playlists: new Map(),
  facts: noFacts,
  history: [],
  audit: [],
  runs: [],
};

const rowsOf = (letters: string): readonly Row[] =>
  tracks(letters).map((uri) => ({ kind: 'item', uri, addedAt: '2026-10-01T00:00:00Z', addedBy: null }));

export const actualOf = (id: PlaylistId, letters: string): Actual => ({
  id,
  owner: 'ana' as UserId,
  snapshot: 's1' as SnapshotId,
  details: { name: 'List', description: '', public: false, collaborative: false },
  followers: null,
  rows: rowsOf(letters),
});

/** A night on which playlists came to hold these letters. */
export type Night = { readonly night: string; readonly p?: string; readonly q?: string };

/** Two months, two playlists, one night on which nothing happens: eight entries. */
export const nights: readonly Night[] = [
  { night: '2026-10-28', p: 'abc', q: 'xyz' },
  { night: '2026-10-29', p: 'abcd' },
  { night: '2026-10-30', p: 'bcd', q: 'xy' },
  { night: '2026-11-01' },
  { night: '2026-11-02', p: 'bce' },
  { night: '2026-11-03', q: 'yxw' },
  { night: '2026-11-04', p: 'bcef' },
];

const runOf = (night: string): string => `${night.replaceAll('-', '')}T030000Z-4f9a1c`;

/** The ledger one night later, as a run of Setlist leaves it. */
export function nextNight(before: AccountLedger, { night, ...lists }: Night, of: Origin = origin): AccountLedger {
  const changed = (['p', 'q'] as const).flatMap((name) => {
    const letters = lists[name];
    return letters === undefined ? [] : [change(before, { night, id: ids[name], letters })];
  });
  return append(before, rootOf(of, before.account), {
    control: { version: 1, playlists: { ['list' as Slug]: { id: ids.p, contact: 'known' } } },
    playlists: changed.map(({ recorded }) => recorded),
    history: changed.map(({ line }) => line),
    audit: changed.map(({ body }) => body),
    run: (audit) => endOf(night, audit),
  });
}

function change(before: AccountLedger, { night, id, letters }: { night: string; id: PlaylistId; letters: string }) {
  const had = lettersOf(keysOf(before.playlists.get(id)?.actual.rows ?? []).map((key) => ({ key })));
  const entered = keys([...letters].filter((letter) => !had.includes(letter)).join(''));
  const left = keys([...had].filter((letter) => !letters.includes(letter)).join(''));
  const hash = hashKeys(keys(letters));
  const about = { at: `${night}T03:00:00Z`, night, run: runOf(night), playlist: id, rule: 'list' as Slug };
  const body: AuditBody = {
    ...about,
    kind: 'items',
    who: { by: 'setlist', trigger: 'schedule', actor: null },
    entered: entered.map((key) => ({ key, why: [] })),
    left: left.map((key) => ({ key, why: [] })),
    moved: [],
    details: null,
    acked: null,
    commit: null,
    before: hashKeys(keys(had)),
    after: hash,
  };
  const line = { night, playlist: id, count: letters.length, followers: null, entered, left, hash };
  return { recorded: { rule: 'list' as Slug, actual: actualOf(id, letters) }, line, body };
}

export const endOf = (night: string, audit: RunEnd['audit']): RunEnd => ({
  run: runOf(night),
  at: `${night}T03:00:00Z`,
  night,
  trigger: 'schedule',
  actor: null,
  commit: null,
  event: 'end',
  nights: [night],
  lateMs: 0,
  ended: `${night}T03:01:00Z`,
  requests: {},
  skipped: [],
  undone: [],
  problems: [],
  exit: 0,
  unconfirmed: [],
  changed: [],
  audit,
});

export type Kept = { readonly here: Here; readonly files: Files; readonly ledger: AccountLedger };

type Made = { readonly root: string; readonly ledger: AccountLedger };

const made = new Map<Origin, Promise<Made>>();

/** A repository of the test's own in which the nights were committed, one after the other. */
export async function kept(of: Origin = origin): Promise<Kept> {
  const known = made.get(of) ?? make(of);
  made.set(of, known);
  const { root, ledger } = await known;
  const here = at(folder());
  cpSync(root, here.root, { recursive: true });
  return { here, files: disk(here.root), ledger };
}

/** Made once a file of tests, since commits are slow. */
async function make(of: Origin): Promise<Made> {
  const here = at(realpathSync(mkdtempSync(join(tmpdir(), 'setlist-made-'))));
  process.on('exit', () => rmSync(here.root, { recursive: true, force: true }));
  here.sh('init', '--quiet', '-b', 'main');
  here.sh('config', 'user.name', 'Ann');
  here.sh('config', 'user.email', 'ann@example.org');
  here.sh('commit', '--quiet', '--allow-empty', '-m', 'First');
  let ledger = nothing;
  for (const night of nights) {
    const next = nextNight(ledger, night, of);
    const files = new Map([...filesBetween(ledger, next), [originPath, renderOrigin(of)] as const]);
    const atMs = Date.parse(`${night.night}T03:01:00Z`);
    await here.git.commit({ expected: await here.git.head(), message: `Night of ${night.night}\n`, files, atMs });
    ledger = next;
  }
  return { root: here.root, ledger };
}
