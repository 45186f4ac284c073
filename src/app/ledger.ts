import type { AccountName, PlaylistId } from '../domain/ids.ts';
import { emptyLibrary } from '../domain/known/library.ts';
import { noControl } from '../domain/portfolio.ts';
import type { Origin } from '../domain/records/origin.ts';
import { Shared } from '../domain/shared.ts';
import { parseAudit } from '../ledger/audit.ts';
import type { Months } from '../ledger/chain.ts';
import { parseControl } from '../ledger/control.ts';
import { parseHistory } from '../ledger/history.ts';
import type { AccountLedger, Recorded } from '../ledger/ledger.ts';
import { type Found, missingIn } from '../ledger/missing.ts';
import { parseOrigin } from '../ledger/origin.ts';
import {
  controlPath,
  factsFolder,
  originPath,
  playlistsFolder,
  type Shelf,
  shelfFolder,
  snapshotsPath,
} from '../ledger/paths.ts';
import { parsePlaylist } from '../ledger/playlist.ts';
import { parseRuns } from '../ledger/runs.ts';
import { type Growing, parseShard } from '../ledger/shards.ts';
import { parseSnapshots, unseenSnapshot, withSnapshot } from '../ledger/snapshots.ts';
import type { Files } from '../ports.ts';
import type { Checked } from '../problem/checked.ts';
import { Failure, orFail } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';

/** What the ledger is of; undefined where there is none yet. */
export async function readOrigin(files: Files): Promise<Origin | undefined> {
  const text = await files.read(originPath);
  return text === undefined ? undefined : orFail(parseOrigin(text, originPath));
}

/**
 * The folders of these accounts; what is not there yet is empty. Throws a `Failure` with everything in them that cannot
 * be read, or with the files that are missing though others tell of them.
 */
export async function readAccounts(
  files: Files,
  accounts: readonly AccountName[],
): Promise<ReadonlyMap<AccountName, AccountLedger>> {
  const found = await readFolders(files, accounts);
  mustBeNone(found.flatMap((one) => missingIn(one, found)));
  return new Map(found.map(({ ledger }) => [ledger.account, ledger]));
}

/** The same as it stands, whatever is missing. */
export async function readFolders(files: Files, accounts: readonly AccountName[]): Promise<readonly Found[]> {
  const problems: Problem[] = [];
  const found: Found[] = [];
  for (const account of accounts) found.push(await readAccount(files, account, problems));
  mustBeNone(problems);
  return found;
}

function mustBeNone([first, ...others]: readonly Problem[]): void {
  if (first !== undefined) throw new Failure([first, ...others]);
}

async function readAccount(files: Files, account: AccountName, problems: Problem[]): Promise<Found> {
  const read = async <T>(path: string, parse: (text: string, path: string) => Checked<T>): Promise<T | undefined> => {
    const text = await files.read(path);
    const parsed = text === undefined ? undefined : parse(text, path);
    if (parsed?.ok === false) problems.push(...parsed.problems);
    return parsed?.ok === true ? parsed.value : undefined;
  };
  const shelf = async <T>(
    name: Shelf,
    parse: (text: string, path: string) => Checked<readonly T[]>,
  ): Promise<readonly T[]> => {
    const lines: T[] = [];
    for (const path of await files.list(shelfFolder(account, name))) lines.push(...((await read(path, parse)) ?? []));
    return lines;
  };
  const facts: Growing = { ...emptyLibrary(), answers: {} };
  const shards = await files.list(factsFolder(account));
  for (const path of shards) await read(path, (text) => parseShard(text, path, facts));
  const snapshots = await read(snapshotsPath(account), parseSnapshots);
  const playlists = new Map<PlaylistId, Recorded>();
  for (const path of await files.list(playlistsFolder(account))) {
    if (!path.endsWith('.json')) continue;
    const recorded = await read(path, parsePlaylist);
    if (recorded === undefined) continue;
    const { id } = recorded.actual;
    playlists.set(id, withSnapshot(recorded, snapshots?.get(id) ?? unseenSnapshot));
  }
  const shared = new Shared();
  const control = await read(controlPath(account), parseControl);
  const ledger: AccountLedger = {
    account,
    control: control ?? noControl,
    playlists,
    facts: { version: 1, ...facts },
    history: await shelf('history', (text, path) => parseHistory(text, path, shared)),
    audit: await shelf('audit', parseAudit),
    runs: await shelf('runs', parseRuns),
  };
  return { ledger, hasControl: control !== undefined, told: snapshots && [...snapshots.keys()], shards };
}

/** An account's audit with the files that it stands in, for checking its chain. */
export async function readMonths(files: Files, account: AccountName): Promise<Months> {
  const months: { path: string; lines: Months[number]['lines'] }[] = [];
  for (const path of await files.list(shelfFolder(account, 'audit'))) {
    const lines = orFail(parseAudit((await files.read(path)) ?? '', path));
    months.push({ path, lines });
  }
  return months;
}

export const noLedger = (): Failure => new Failure([problem('ledger/none', {})]);
