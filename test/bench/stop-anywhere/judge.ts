import { canonicalJson } from '../../../src/domain/canonical.ts';
import { hashKeys } from '../../../src/domain/hash.ts';
import type { RowKey } from '../../../src/domain/playlist.ts';
import type { AuditBody } from '../../../src/domain/records/audit.ts';
import { lastHash } from '../../../src/domain/records/history.ts';
import type { AccountLedger } from '../../../src/ledger/ledger.ts';
import { missing } from './lists.ts';
import { type Change, segmentsOf } from './truth.ts';

/** A change as the audit must tell it: once, and whose doing it was. */
type Told = {
  readonly kind: string;
  readonly by: string;
  /** The run whose doing it was, or that was open while somebody did it. */
  readonly run: string | null;
  readonly before: string;
  readonly after: string;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly details: unknown;
};

export type Truth = {
  readonly changes: readonly Change[];
  /** The run of each process, by its number; undefined where it ended before it had announced anything. */
  readonly runs: readonly (string | undefined)[];
  /** Slugs by playlist that the killed run had announced, while it was open. */
  readonly open: ReadonlySet<string>;
  /** The process that was killed. */
  readonly killed: number;
  /** Playlists that the ledger meets for the first time, and how they stood then. */
  readonly adopted: ReadonlyMap<string, readonly string[]>;
};

/** Where the audit since `from` says otherwise than what really happened. */
export function wrongInAudit(ledger: AccountLedger, from: number, truth: Truth): readonly string[] {
  const bodies = ledger.audit.slice(from).flatMap((line) => ('body' in line ? line.body : []));
  const playlists = new Set([
    ...truth.changes.map(({ playlist }) => playlist),
    ...bodies.map(({ playlist }) => playlist),
  ]);
  return [...playlists].sort().flatMap((playlist) => {
    const expected = expectedOf(playlist, truth);
    const found = bodies.filter((one) => one.playlist === playlist).map(toldBy);
    return (['items', 'details', 'begun'] as const).flatMap((group) => {
      const of = (all: readonly Told[]) =>
        all.filter(({ kind }) => groupOf(kind) === group).map((one) => JSON.stringify(one));
      const [wanted, told] = [of(expected), of(found)];
      return wanted.join('\n') === told.join('\n')
        ? []
        : [
            `the audit of ${playlist} should tell\n      ${wanted.join('\n      ') || 'nothing'}\n    and tells\n      ${told.join('\n      ') || 'nothing'}`,
          ];
    });
  });
}

const groupOf = (kind: string): 'items' | 'details' | 'begun' =>
  kind === 'items' || kind === 'details' ? kind : 'begun';

const hash = (rows: readonly string[]): string => hashKeys(rows as readonly RowKey[]).slice(0, 8);

function expectedOf(playlist: string, truth: Truth): readonly Told[] {
  const adopted = truth.adopted.get(playlist);
  const begun =
    adopted === undefined
      ? []
      : [{ ...nothing, kind: 'adopted', by: 'setlist', run: null, before: hash(adopted), after: hash(adopted) }].map(
          inOrder,
        );
  return [...begun, ...segmentsOf(truth.changes, playlist).flatMap((segment) => toldOf(segment, truth))];
}

const nothing = { entered: [], left: [], details: null };

function toldOf({ playlist, who, before, after }: Change, { runs, open, killed }: Truth): readonly Told[] {
  const rows = before?.rows ?? [];
  const run =
    who.by === 'setlist'
      ? (runs[who.process] ?? null)
      : who.since === 'the killed run' && open.has(playlist)
        ? (runs[killed] ?? null)
        : null;
  const about = { by: who.by, run, before: hash(rows), after: hash(after.rows) };
  const details =
    before === null
      ? {}
      : {
          ...(before.name === after.name ? {} : { name: after.name }),
          ...(before.description === after.description ? {} : { description: after.description }),
        };
  return [
    ...(before === null ? [{ ...about, ...nothing, kind: 'created', after: about.before }] : []),
    ...(about.before === about.after
      ? []
      : [
          {
            ...about,
            ...nothing,
            kind: 'items',
            entered: [...missing(after.rows, rows)].sort(),
            left: [...missing(rows, after.rows)].sort(),
          },
        ]),
    ...(Object.keys(details).length === 0
      ? []
      : [{ ...about, ...nothing, kind: 'details', before: about.after, details }]),
  ].map(inOrder);
}

function toldBy({ kind, who, run, before, after, entered, left, details }: AuditBody): Told {
  const keys = (noted: AuditBody['entered']): readonly string[] => noted.map(({ key }) => key as string).sort();
  return inOrder({
    kind,
    by: who.by,
    run: kind === 'adopted' ? null : who.by === 'setlist' ? run : who.during,
    before: before.slice(0, 8),
    after: after.slice(0, 8),
    entered: keys(entered),
    left: keys(left),
    details,
  });
}

const inOrder = ({ kind, by, run, before, after, entered, left, details }: Told): Told => ({
  kind,
  by,
  run,
  before,
  after,
  entered,
  left,
  details: details === null ? null : JSON.parse(canonicalJson(details)),
});

/** Where the history's sums are not what stands in the playlists. */
export function wrongInHistory(
  { history, playlists }: AccountLedger,
  rowsOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [...rowsOf].flatMap(([id, rows]) => {
    const lines = history.filter((line) => line.playlist === id);
    const sum = lines.reduce<readonly string[]>((all, { entered, left }) => [...missing(all, left), ...entered], []);
    const recorded = [...playlists.values()].find(({ actual }) => actual.id === id)?.actual.rows ?? [];
    return [
      ...(isSameBag(sum, rows) ? [] : [`the history of ${id} sums up to ${sum.length} rows, there are ${rows.length}`]),
      ...(lastHash(lines)?.slice(0, 8) === hash(rows) ? [] : [`the history of ${id} ends with another list`]),
      ...(hash(recorded.map((row) => ('uri' in row ? row.uri : ''))) === hash(rows)
        ? []
        : [`the record of ${id} is another list`]),
    ];
  });
}

const isSameBag = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && missing(one, other).length === 0;
