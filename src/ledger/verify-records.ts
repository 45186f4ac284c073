import { hashKeys } from '../domain/hash.ts';
import type { PlaylistId } from '../domain/ids.ts';
import { keysOf, type RowKey } from '../domain/playlist.ts';
import type { AuditBody } from '../domain/records/audit.ts';
import { type HistoryLine, lastHash } from '../domain/records/history.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { AccountLedger, Recorded } from './ledger.ts';
import { playlistPath, shelfPath } from './paths.ts';

/** An entry of the audit, and how many before it were purged: what those said of whom is not known. */
type Told = { readonly body: AuditBody; readonly purged: number };

type Known = {
  readonly recorded: Recorded | undefined;
  readonly lines: readonly HistoryLine[];
  readonly told: readonly Told[];
  /** Of the whole account. */
  readonly purged: number;
};

/** Where an account's playlists, their history and the audit say different things; everything at once. */
export function disagreementsIn({ account, playlists, history, audit }: AccountLedger): readonly Problem[] {
  const pasts = Map.groupBy(history, ({ playlist }) => playlist);
  let purged = 0;
  const entries = audit.flatMap((line): readonly Told[] => {
    if ('body' in line) return [{ body: line.body, purged }];
    purged += 1;
    return [];
  });
  const byPlaylist = Map.groupBy(entries, ({ body }) => body.playlist);
  const ids = [...new Set<PlaylistId>([...playlists.keys(), ...pasts.keys(), ...byPlaylist.keys()])].sort();
  return ids.flatMap((id) => {
    const [lines, told] = [pasts.get(id) ?? [], byPlaylist.get(id) ?? []];
    const reason = reasonFor({ recorded: playlists.get(id), lines, told, purged });
    return [
      ...(reason === undefined ? [] : [problem('ledger/disagrees', { path: playlistPath(account, id), reason })]),
      ...gaps(told).map(({ night, run }) => {
        const gap = `the entry of run ${run} for playlist ${id} does not begin where the one before it ended`;
        return problem('ledger/disagrees', { path: shelfPath(account, 'audit', night), reason: gap });
      }),
    ];
  });
}

function reasonFor({ recorded, lines, told, purged }: Known): string | undefined {
  const last = lines.at(-1);
  const isLeft = told.length === 0 ? last === undefined || purged > 0 : told.at(-1)?.body.kind === 'forgotten';
  if (recorded === undefined) return isLeft ? undefined : 'it is gone, and the audit does not say that its rule went';
  // Of a playlist that rules only read from there is no history.
  if (recorded.rule === null && isLeft) return undefined;
  if (last === undefined) return 'no history tells of it';
  const keys = keysOf(recorded.actual.rows);
  const hash = hashKeys(keys);
  if (lastHash(lines) !== hash) return `its rows are not those of its last line in the history, of ${last.night}`;
  if (!beginnings(lines, told, purged).some((from) => addsUp(lines.slice(from), keys)))
    return 'its rows are not what its history adds up to';
  const after = lastAfter(told, purged);
  return after === undefined || after === hash ? undefined : 'its rows are not those that the audit ends with';
}

/** Lines from which the history may be added up: after a rule went, the playlist may have been met anew. */
function beginnings(lines: readonly HistoryLine[], told: readonly Told[], purged: number): readonly number[] {
  const since = purged > 0 ? '' : told.findLast(({ body }) => body.kind === 'forgotten')?.body.night;
  return lines.flatMap(({ night }, index) => (index === 0 || (since !== undefined && night >= since) ? index : []));
}

/** Whether the rows are those that the lines brought, and as many others as stood there before the first of them. */
function addsUp(lines: readonly HistoryLine[], keys: readonly RowKey[]): boolean {
  const rows = new Map<string, number>();
  const add = (key: string, many: number) => rows.set(key, (rows.get(key) ?? 0) + many);
  // History does not tell lost rows apart.
  for (const key of keys) add(key.startsWith('gone:') ? 'gone' : key, 1);
  let count: number | undefined;
  for (const line of lines) {
    const before = line.count - line.entered.length + line.left.length;
    if (before < 0 || (count !== undefined && before !== count)) return false;
    count = line.count;
    for (const key of line.entered) add(key, -1);
    for (const key of line.left) add(key, 1);
  }
  return count === keys.length && [...rows.values()].every((many) => many >= 0);
}

/** The hash with which the audit leaves the rows; undefined where it does not say. */
function lastAfter(told: readonly Told[], purged: number): string | undefined {
  const since = told.findLastIndex(({ body }) => body.kind === 'forgotten') + 1;
  const last = told.slice(since).findLast(({ body }) => ['items', 'created', 'adopted'].includes(body.kind));
  return last?.purged === purged ? last.body.after : undefined;
}

const gaps = (told: readonly Told[]): readonly AuditBody[] =>
  told.flatMap(({ body, purged }, index) => {
    const last = told[index - 1];
    const isNew = last === undefined || last.purged !== purged || last.body.kind === 'forgotten';
    return isNew || last.body.after === body.before ? [] : body;
  });
