import type { AccountName, PlaylistId } from '../domain/ids.ts';
import { emptyLibrary } from '../domain/known/library.ts';
import { noControl } from '../domain/portfolio.ts';
import type { Origin } from '../domain/records/origin.ts';
import { Shared } from '../domain/shared.ts';
import { parseAudit } from '../ledger/audit.ts';
import type { Months } from '../ledger/chain.ts';
import { parseControl } from '../ledger/control.ts';
import { parseHistory } from '../ledger/history.ts';
import type { AccountLedger, Ledger, Recorded } from '../ledger/ledger.ts';
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

/** The whole ledger as it stands on the disk. Throws a `Failure` with everything in it that cannot be read. */
export async function readLedger(files: Files, origin: Origin, accounts: readonly AccountName[]): Promise<Ledger> {
  return { origin, accounts: await readAccounts(files, accounts) };
}

/** The folders of these accounts; what is not there yet is empty. */
export async function readAccounts(
  files: Files,
  accounts: readonly AccountName[],
): Promise<ReadonlyMap<AccountName, AccountLedger>> {
  const problems: Problem[] = [];
  const found = new Map<AccountName, AccountLedger>();
  for (const account of accounts) found.set(account, await readAccount(files, account, problems));
  const [first, ...others] = problems;
  if (first !== undefined) throw new Failure([first, ...others]);
  return found;
}

async function readAccount(files: Files, account: AccountName, problems: Problem[]): Promise<AccountLedger> {
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
  for (const path of await files.list(factsFolder(account))) await read(path, (text) => parseShard(text, path, facts));
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
  return {
    account,
    control: (await read(controlPath(account), parseControl)) ?? noControl,
    playlists,
    facts: { version: 1, ...facts },
    history: await shelf('history', (text, path) => parseHistory(text, path, shared)),
    audit: await shelf('audit', parseAudit),
    runs: await shelf('runs', parseRuns),
  };
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

export const noLedger = (): Failure =>
  new Failure([problem('ledger/broken', { path: originPath, reason: 'there is no ledger yet' })]);
