import { Temporal } from 'temporal-polyfill';
import type { RowPast, RowPasts } from '../domain/past.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { AuditLine } from '../domain/records/audit.ts';
import type { HistoryLine } from '../domain/records/history.ts';
import type { Ack } from '../domain/settings.ts';

/**
 * The past of every row that a playlist ever had, from its history lines, oldest first, and the rows that stand there
 * now. What stood there before the first line is first seen on that night: further back the ledger does not go.
 */
export function rowPastsOf(lines: readonly HistoryLine[], standing: readonly RowKey[]): RowPasts {
  const [first] = lines;
  const copies = atFirst(lines, standing);
  const pasts = new Map<RowKey, RowPast>();
  if (first !== undefined) for (const key of copies.keys()) pasts.set(key, met(first.night));
  for (const { night, entered, left } of lines) {
    for (const key of left) {
      const known = pasts.get(key) ?? met(night);
      if (add(copies, key, -1) <= 0) pasts.set(key, { ...known, since: null, leftLast: night });
    }
    for (const key of entered) {
      const known = pasts.get(key) ?? met(night);
      if (add(copies, key, 1) === 1) pasts.set(key, { ...known, since: night });
    }
  }
  return pasts;
}

const met = (night: string): RowPast => ({ firstSeen: night, since: night, leftLast: null });

/** How many copies of each row stood there before the first line: those that stand now, counted back. */
function atFirst(lines: readonly HistoryLine[], standing: readonly RowKey[]): Map<RowKey, number> {
  const copies = new Map<RowKey, number>();
  for (const key of standing) add(copies, key, 1);
  for (const { entered, left } of lines) {
    for (const key of entered) add(copies, key, -1);
    for (const key of left) add(copies, key, 1);
  }
  return new Map([...copies].filter(([, count]) => count > 0));
}

function add(copies: Map<RowKey, number>, key: RowKey, many: number): number {
  const count = (copies.get(key) ?? 0) + many;
  copies.set(key, count);
  return count;
}

/** Changes that there must have been before a playlist is its own measure (design 5). */
const changesToLearnFrom = 20;
/** However quiet a playlist was, so much may always go: a share and a number of rows. */
const floor = { share: 0.1, count: 5 };

/** The most that a night usually removes: the 99th percentile over all nights on which something changed; null before there were enough. */
export function learnedFrom(lines: readonly HistoryLine[]): { readonly share: number; readonly count: number } | null {
  // The first line is how the playlist was met, which is no change.
  const changes = lines.slice(1).filter(({ entered, left }) => entered.length + left.length > 0);
  if (changes.length < changesToLearnFrom) return null;
  const counts = changes.map(({ left }) => left.length);
  const shares = changes.map(
    ({ count, entered, left }) => left.length / Math.max(1, count - entered.length + left.length),
  );
  return { share: Math.max(floor.share, percentile(shares)), count: Math.max(floor.count, percentile(counts)) };
}

const percentile = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.ceil(numbers.length * 0.99) - 1] ?? 0;

const nightsLookedAt = 28;

/** Removals of the last 28 nights and the mean count over them; null without any history that old. */
export function last28(
  lines: readonly HistoryLine[],
  night: string,
): { readonly removed: number; readonly meanCount: number } | null {
  const [first] = lines;
  if (first === undefined) return null;
  const tonight = Temporal.PlainDate.from(night);
  const since = tonight.subtract({ days: nightsLookedAt }).toString();
  const recent = lines.slice(1).filter((line) => line.night > since && line.night <= night);
  const counts = Array.from({ length: nightsLookedAt }, (_, ago) => {
    const day = tonight.subtract({ days: ago }).toString();
    return lines.findLast((line) => line.night <= day)?.count;
  }).filter((count) => count !== undefined);
  const sum = counts.reduce((all, count) => all + count, 0);
  return {
    removed: recent.reduce((all, { left }) => all + left.length, 0),
    meanCount: counts.length === 0 ? first.count : sum / counts.length,
  };
}

/** Removals that were charged to this very ack. */
export const ackedSoFar = (audit: readonly AuditLine[], playlist: HistoryLine['playlist'], ack: Ack | null): number =>
  audit.reduce((sum, line) => {
    const acked = 'body' in line && line.body.playlist === playlist ? line.body.acked : null;
    return ack !== null && acked?.of === ack.removals && acked.until === ack.until ? sum + acked.removals : sum;
  }, 0);
