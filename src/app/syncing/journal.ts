import type { Content } from '../../domain/content.ts';
import type { Facts } from '../../domain/facts.ts';
import type { PlaylistId } from '../../domain/ids.ts';
import type { Control } from '../../domain/portfolio.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import type { HistoryLine } from '../../domain/records/history.ts';
import type { RunLine } from '../../domain/records/run.ts';
import { chained } from '../../ledger/audit.ts';
import { renderControl } from '../../ledger/control.ts';
import type { AccountLedger, Recorded } from '../../ledger/ledger.ts';
import { linesOf } from '../../ledger/lines.ts';
import { controlPath, factsFolder, playlistPath, type Shelf, shelfPath, snapshotsPath } from '../../ledger/paths.ts';
import { renderPlaylist } from '../../ledger/playlist.ts';
import { retained } from '../../ledger/retention.ts';
import { factLines, shardsBetween } from '../../ledger/shards.ts';
import { renderSnapshots } from '../../ledger/snapshots.ts';

/** Where an account's chain ends. */
export type ChainEnd = { readonly entries: number; readonly digest: string };

/** What a step of a run adds to an account's ledger. */
export type Additions = {
  readonly control?: Control;
  readonly playlists?: readonly Recorded[];
  /** Records that go: nothing rules or reads these any more. */
  readonly dropped?: readonly PlaylistId[];
  readonly facts?: Facts;
  readonly history?: readonly HistoryLine[];
  /** History that is over for longer than so many days is folded. */
  readonly retention?: { readonly night: string; readonly days: number };
  readonly audit?: readonly AuditBody[];
  /** Told where the chain ends when all of `audit` is in it. */
  readonly run?: (end: ChainEnd) => RunLine;
};

export const chainEnd = ({ audit }: AccountLedger, root: string): ChainEnd => ({
  entries: audit.length,
  digest: audit.at(-1)?.digest ?? root,
});

/** The ledger with these at its end. `root` is what the account's chain hangs on. */
export function append(ledger: AccountLedger, root: string, added: Additions): AccountLedger {
  const audit = [...ledger.audit, ...chained(chainEnd(ledger, root).digest, added.audit ?? [])];
  const longer = { ...ledger, audit };
  const playlists = new Map(ledger.playlists);
  for (const recorded of added.playlists ?? []) playlists.set(recorded.actual.id, recorded);
  for (const id of added.dropped ?? []) playlists.delete(id);
  const history = [...ledger.history, ...(added.history ?? [])];
  const after = {
    ...longer,
    control: added.control ?? ledger.control,
    playlists,
    facts: added.facts ?? ledger.facts,
    history: added.retention === undefined ? history : retained(history, added.retention.night, added.retention.days),
  };
  if (added.run === undefined) return after;
  return { ...after, runs: [...ledger.runs, withLines(added.run(chainEnd(after, root)), after)] };
}

/** An end with how much stands in the ledger, itself included. */
function withLines(line: RunLine, { facts, history, runs }: AccountLedger): RunLine {
  if (line.event !== 'end') return line;
  return { ...line, lines: { facts: factLines(facts), history: history.length, runs: runs.length + 1 } };
}

/** Files by path that differ between two states of a ledger; null for those that are gone. */
export function filesBetween(before: AccountLedger, after: AccountLedger): ReadonlyMap<string, Content | null> {
  const { account } = after;
  const files = new Map<string, Content | null>();
  const [oldControl, control] = [renderControl(before.control), renderControl(after.control)];
  if (control !== oldControl) files.set(controlPath(account), control);
  for (const [id, recorded] of after.playlists) {
    const old = before.playlists.get(id);
    if (old === recorded) continue;
    if (old === undefined || renderPlaylist(old) !== renderPlaylist(recorded))
      files.set(playlistPath(account, id), () => [renderPlaylist(recorded)]);
  }
  const [oldSnapshots, snapshots] = [renderSnapshots(before.playlists), renderSnapshots(after.playlists)];
  if (snapshots !== oldSnapshots) files.set(snapshotsPath(account), snapshots);
  for (const id of before.playlists.keys()) if (!after.playlists.has(id)) files.set(playlistPath(account, id), null);
  for (const [shelf, nightOf] of shelves) {
    const [old, now] = [monthsOf(before[shelf], nightOf), monthsOf(after[shelf], nightOf)];
    for (const month of new Set([...old.keys(), ...now.keys()])) {
      const [was = [], is = []] = [old.get(month), now.get(month)];
      const isSame = was.length === is.length && was.every((line, index) => line === is[index]);
      if (!isSame) files.set(shelfPath(account, shelf, month), is.length === 0 ? null : () => linesOf(is));
    }
  }
  if (before.facts !== after.facts)
    for (const [name, content] of shardsBetween(before.facts, after.facts))
      files.set(`${factsFolder(account)}/${name}.jsonl`, content);
  return files;
}

const monthsOf = (
  lines: readonly unknown[],
  nightOf: (line: never) => string,
): ReadonlyMap<string, readonly unknown[]> => Map.groupBy(lines, (line) => nightOf(line as never).slice(0, 7));

const shelves: readonly (readonly [Shelf, (line: never) => string])[] = [
  ['history', ({ night }: HistoryLine) => night],
  ['audit', (line: AccountLedger['audit'][number]) => ('body' in line ? line.body.night : line.night)],
  ['runs', ({ night }: RunLine) => night],
];
