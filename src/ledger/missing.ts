import type { PlaylistId } from '../domain/ids.ts';
import type { RunEnd, RunId, RunLine } from '../domain/records/run.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { AccountLedger } from './ledger.ts';
import {
  controlPath,
  factsFolder,
  playlistPath,
  playlistsFolder,
  type Shelf,
  shelfFolder,
  shelfPath,
  snapshotsPath,
} from './paths.ts';
import { openRun } from './runs.ts';
import { factLines, shardNames } from './shards.ts';

/** An account's folder as it was read, and which of its files were there. */
export type Found = {
  readonly ledger: AccountLedger;
  readonly hasControl: boolean;
  /** Playlists of which `snapshots.json` tells; undefined where it is not there. */
  readonly told: readonly PlaylistId[] | undefined;
  readonly shards: readonly string[];
};

type Other = { readonly known: ReadonlySet<RunId>; readonly isOpen: boolean };

/**
 * Files of an account that are not there and of which others tell. `all`: the accounts of the ledger, since a run that was
 * cut off may have left its line in one of them alone. Only counts and names are compared: this is done whenever a ledger
 * is read.
 */
export function missingIn(one: Found, all: readonly Found[]): readonly Problem[] {
  const ledgers = all.map(({ ledger }) => ledger);
  const other = {
    known: new Set(ledgers.flatMap(({ runs }) => runs.map(({ run }) => run))),
    isOpen: ledgers.some(({ runs }) => openRun(runs) !== undefined),
  };
  return [
    ...missingControl(one),
    ...missingPlaylists(one),
    ...missingAudit(one.ledger),
    ...missingRuns(one.ledger, other),
    ...missingHistory(one.ledger),
    ...missingFacts(one, other),
  ];
}

const missing = (path: string, reason: string): readonly Problem[] => [problem('ledger/broken', { path, reason })];

/** The control was written before anything of a playlist was recorded. */
function missingControl({ ledger, hasControl }: Found): readonly Problem[] {
  const { account, audit, history, playlists } = ledger;
  const isRuling = audit.length + history.length > 0 || [...playlists.values()].some(({ rule }) => rule !== null);
  return hasControl || !isRuling
    ? []
    : missing(controlPath(account), 'it is missing, and the records tell of playlists that are ruled');
}

/** As many are named one by one. */
const mostNamed = 5;

function missingPlaylists({ ledger: { account, playlists }, told }: Found): readonly Problem[] {
  if (told === undefined)
    return playlists.size === 0 ? [] : missing(snapshotsPath(account), 'it is missing, and playlists are recorded');
  const gone = told.filter((id) => !playlists.has(id));
  if (gone.length > mostNamed)
    return missing(playlistsFolder(account), `${gone.length} records are missing of which snapshots.json tells`);
  return gone.flatMap((id) => missing(playlistPath(account, id), 'it is missing, and snapshots.json tells of it'));
}

function missingAudit({ account, audit, runs }: AccountLedger): readonly Problem[] {
  const last = lastEnd(runs)?.line;
  if (last === undefined || audit.length >= last.audit.entries) return [];
  const there = new Set(audit.map((line) => monthOf('body' in line ? line.body.night : line.night)));
  const ends = runs.filter((line) => line.event === 'end');
  const gone = ends.filter(
    (line, index) => line.audit.entries > (ends[index - 1]?.audit.entries ?? 0) && !there.has(monthOf(line.night)),
  );
  // What was only cut off is told with its line, where the chain is looked at.
  return fileOf(account, 'audit', gone, ({ run }) => `it is missing, and run ${run} tells of entries in it`);
}

function missingRuns({ account, audit, history, runs }: AccountLedger, { known }: Other): readonly Problem[] {
  const there = new Set(runs.map(({ night }) => monthOf(night)));
  const unknown = audit.flatMap((line) =>
    'body' in line && !there.has(monthOf(line.body.night)) && !known.has(line.body.run) ? line.body : [],
  );
  if (unknown.length > 0)
    return fileOf(account, 'runs', unknown, ({ run }) => `it is missing, and the audit tells of run ${run}`);
  // Committed with the end of the night's run, and never folded: these only tell of followers.
  const follower = history.findLast(({ hash }) => hash === undefined);
  if (follower !== undefined && !there.has(monthOf(follower.night)))
    return fileOf(account, 'runs', [follower], () => 'it is missing, and the history tells of a night of that month');
  const last = lastEnd(runs);
  const before = last?.line.lines?.runs;
  return last === undefined || before === undefined || before === last.count
    ? []
    : missing(shelfFolder(account, 'runs'), lacking(last.line, before, last.count));
}

function missingHistory({ account, playlists, history, runs }: AccountLedger): readonly Problem[] {
  const path = shelfFolder(account, 'history');
  const last = lastEnd(runs)?.line;
  const before = last?.lines?.history ?? 0;
  if (last !== undefined && history.length < before) return missing(path, lacking(last, before, history.length));
  // The rows of a playlist that is ruled are committed with a line about them.
  const told = new Set(history.flatMap(({ playlist, hash }) => (hash === undefined ? [] : playlist)));
  const untold = [...playlists].filter(([id, { rule }]) => rule !== null && !told.has(id)).length;
  return untold === 0 ? [] : missing(path, `lines are missing: it does not say how ${untold} of the playlists began`);
}

/** While a run is open, facts may be fewer than the last one left: what nobody asks for any more goes before its end. */
function missingFacts({ ledger: { account, facts, runs }, shards }: Found, { isOpen }: Other): readonly Problem[] {
  const last = lastEnd(runs)?.line;
  const [before, now] = [last?.lines?.facts ?? 0, factLines(facts)];
  if (last === undefined || isOpen || now >= before) return [];
  const paths = shardNames.map((name) => `${factsFolder(account)}/${name}.jsonl`);
  const [gone, ...others] = paths.filter((path) => !shards.includes(path));
  return missing(gone === undefined || others.length > 0 ? factsFolder(account) : gone, lacking(last, before, now));
}

const lacking = ({ run }: RunEnd, before: number, now: number): string =>
  `lines are missing: run ${run} left ${before}, there are ${now}`;

function lastEnd(runs: readonly RunLine[]): { readonly line: RunEnd; readonly count: number } | undefined {
  const index = runs.findLastIndex(({ event }) => event === 'end');
  const line = runs[index];
  return line?.event === 'end' ? { line, count: index + 1 } : undefined;
}

/** Each file once, of the first that tells of it. */
function fileOf<T extends { readonly night: string }>(
  account: AccountLedger['account'],
  shelf: Shelf,
  telling: readonly T[],
  reason: (one: T) => string,
): readonly Problem[] {
  const first = new Map(telling.toReversed().map((one) => [shelfPath(account, shelf, one.night), one] as const));
  return [...first].reverse().flatMap(([path, one]) => missing(path, reason(one)));
}

const monthOf = (night: string): string => night.slice(0, 7);
