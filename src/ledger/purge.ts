import type { Facts } from '../domain/facts.ts';
import type { AddableUri, PlaylistId, Slug } from '../domain/ids.ts';
import { libraryOf } from '../domain/known/library.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { AuditBody, AuditLine } from '../domain/records/audit.ts';
import type { HistoryLine } from '../domain/records/history.ts';
import type { RunLine } from '../domain/records/run.ts';
import type { AccountLedger } from './ledger.ts';
import { foldedBefore } from './retention.ts';
import { factLines } from './shards.ts';

/** What is to go: all of a playlist that no rule rules any more, all of a track that stands nowhere any more, or all before a night. */
export type Purge =
  | { readonly kind: 'playlist'; readonly id: PlaylistId; readonly slugs: readonly Slug[] }
  | { readonly kind: 'track'; readonly uri: string }
  | { readonly kind: 'before'; readonly night: string };

/**
 * The ledger without it. Entries of the audit lose their bodies and keep their digests, so that the chain still holds;
 * `on` is the date that stands in their place.
 */
export function purged(ledger: AccountLedger, what: Purge, on: string): AccountLedger {
  const playlists = new Map(ledger.playlists);
  if (what.kind === 'playlist') playlists.delete(what.id);
  return {
    ...ledger,
    playlists,
    audit: ledger.audit.map((line) =>
      'body' in line && isIn(line.body, what) ? tombstone(line, line.body, on) : line,
    ),
    history: historyWithout(ledger.history, what),
    runs: ledger.runs.map((line) => runWithout(line, what)),
    facts: factsWithout(ledger.facts, what),
  };
}

const tombstone = ({ digest, previous }: AuditLine, { night }: AuditBody, on: string): AuditLine => ({
  digest,
  previous,
  purged: on,
  night,
});

function isIn({ playlist, night, entered, left, moved }: AuditBody, what: Purge): boolean {
  if (what.kind === 'before') return night < what.night;
  if (what.kind === 'playlist') return playlist === what.id;
  return [...entered, ...left, ...moved].some(({ key }) => key === what.uri);
}

/** A track that came and went leaves a nameless row in both places, so that counts still add up. */
const nameless = 'purged' as RowKey;

function historyWithout(history: readonly HistoryLine[], what: Purge): readonly HistoryLine[] {
  if (what.kind === 'before') return foldedBefore(history, what.night);
  if (what.kind === 'playlist') return history.filter(({ playlist }) => playlist !== what.id);
  const without = (keys: readonly RowKey[]): readonly RowKey[] =>
    keys.map((key) => (key === what.uri ? nameless : key));
  return history.map((line) =>
    [...line.entered, ...line.left].some((key) => key === what.uri)
      ? { ...line, entered: without(line.entered), left: without(line.left) }
      : line,
  );
}

/** Announced writes name tracks; what became of them stands in the audit. */
function runWithout(line: RunLine, what: Purge): RunLine {
  if (line.event !== 'intent') return line;
  const intents = line.intents.filter((intent) => {
    if (what.kind === 'before') return line.night >= what.night;
    if (what.kind === 'playlist') return !what.slugs.includes(intent.slug) && intent.id !== what.id;
    return !JSON.stringify(intent).includes(what.uri);
  });
  return intents.length === line.intents.length ? line : { ...line, intents };
}

function factsWithout(facts: Facts, what: Purge): Facts {
  if (what.kind !== 'track') return facts;
  const { items, albums } = libraryOf(facts);
  items.delete(what.uri as AddableUri);
  const answers = Object.fromEntries(
    Object.entries(facts.answers).filter(
      ([key, one]) => !key.includes(what.uri) && !JSON.stringify(one).includes(what.uri),
    ),
  );
  return { ...facts, items, albums, answers };
}

/** The ledger with as many lines as its last run is to have left, where a purge leaves fewer: none of them is missing. */
export function recounted(ledger: AccountLedger): AccountLedger {
  const { facts, history, runs } = ledger;
  const at = runs.findLastIndex(({ event }) => event === 'end');
  const line = runs[at];
  if (line?.event !== 'end' || line.lines === undefined) return ledger;
  const { lines } = line;
  const less = { facts: Math.min(lines.facts, factLines(facts)), history: Math.min(lines.history, history.length) };
  const isSame = less.facts === lines.facts && less.history === lines.history;
  return isSame ? ledger : { ...ledger, runs: runs.with(at, { ...line, lines: { ...lines, ...less } }) };
}
