import type { KnownItems } from '../../domain/item.ts';
import { type Actual, keysOf, type RowKey } from '../../domain/playlist.ts';
import type { RunId } from '../../domain/records/run.ts';
import type { Recorded } from '../../ledger/ledger.ts';
import type { Cut } from './cuts.ts';
import { type Drift, driftBetween } from './drift.ts';
import { reachedBy } from './reached.ts';

/** What happened to a playlist since the ledger knew it: first our own unfinished writes, then Spotify, then people. */
export type Seen = {
  readonly base: readonly RowKey[];
  /** The rows as our own writes left them. */
  readonly reached: readonly RowKey[];
  readonly drift: Drift;
  /** The run of ours that was open meanwhile. */
  readonly during: RunId | null;
};

/**
 * `as recorded`: Spotify's listing says that it is what the ledger knows. Undefined where there is nothing to compare with:
 * the ledger meets the playlist for the first time.
 */
export function seenSince(
  recorded: Recorded | undefined,
  cut: Cut | undefined,
  actual: Actual,
  items: KnownItems,
): Seen | 'as recorded' | undefined {
  if (recorded === undefined && cut === undefined) return undefined;
  if (recorded?.actual === actual && cut === undefined) return 'as recorded';
  const base = keysOf(recorded?.actual.rows ?? []);
  const reached = cut === undefined ? base : reachedBy(cut.intent, base, keysOf(actual.rows));
  return seenBeyond(recorded, reached, actual, items, cut?.run.run ?? null);
}

/** The same where it is known how far our own writes came. */
export function seenBeyond(
  recorded: Recorded | undefined,
  reached: readonly RowKey[],
  actual: Actual,
  items: KnownItems,
  during: RunId | null,
): Seen {
  const rows = recorded?.actual.rows ?? [];
  const now = actual.rows;
  return { base: keysOf(rows), reached, drift: driftBetween(asRows(reached, rows, now), now, items), during };
}

/** Rows for these keys, with the moments at which they came in as far as either list knows them. */
function asRows(keys: readonly RowKey[], before: Actual['rows'], now: Actual['rows']): Actual['rows'] {
  const known = new Map<string, Actual['rows'][number]>();
  for (const rows of [now, before])
    for (const [index, key] of keysOf(rows).entries()) known.set(key, rows[index] as Actual['rows'][number]);
  return keys.flatMap((key) => known.get(key) ?? unknownRow(key));
}

const unknownRow = (key: RowKey): Actual['rows'] =>
  key.startsWith('spotify:') ? [{ kind: 'item', uri: key as never, addedAt: null, addedBy: null }] : [];
