import { Temporal } from 'temporal-polyfill';
import type { RowPast, RowPasts } from '../domain/past.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { AuditBody } from '../domain/records/audit.ts';
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

/** What a night changed, as far as only the rule asked for it, and how many rows there were before it. */
type Night = { readonly night: string; readonly removed: number; readonly before: number; readonly isChange: boolean };

/**
 * The nights of a history as guards see them: what people took out by hand, what Spotify did and what was acknowledged
 * is not what a rule does by itself. The first line is how the playlist was met, which is no change.
 */
function nightsOf(lines: readonly HistoryLine[], audit: readonly AuditBody[]): readonly Night[] {
  const others = new Map<string, number>();
  for (const { night, who, acked, left } of audit)
    if (who.by !== 'setlist' || acked !== null) others.set(night, (others.get(night) ?? 0) + left.length);
  return lines.slice(1).map(({ night, count, entered, left }) => {
    const apart = Math.min(left.length, others.get(night) ?? 0);
    others.set(night, (others.get(night) ?? 0) - apart);
    const removed = left.length - apart;
    return { night, removed, before: count - entered.length + left.length, isChange: entered.length + removed > 0 };
  });
}

/**
 * The most that a night usually removes: the 99th percentile over all nights on which something changed; null before
 * there were enough. `audit` is this playlist's.
 */
export function learnedFrom(
  lines: readonly HistoryLine[],
  audit: readonly AuditBody[],
): { readonly share: number; readonly count: number } | null {
  const changes = nightsOf(lines, audit).filter(({ isChange }) => isChange);
  if (changes.length < changesToLearnFrom) return null;
  const counts = changes.map(({ removed }) => removed);
  const shares = changes.map(({ removed, before }) => removed / Math.max(1, before));
  return { share: Math.max(floor.share, percentile(shares)), count: Math.max(floor.count, percentile(counts)) };
}

const percentile = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.ceil(numbers.length * 0.99) - 1] ?? 0;

const nightsLookedAt = 28;

/** Removals of the last 28 nights and the mean count over them, as far back as there is history; null without any. */
export function last28(
  lines: readonly HistoryLine[],
  audit: readonly AuditBody[],
  night: string,
): { readonly removed: number; readonly meanCount: number } | null {
  const [first] = lines;
  if (first === undefined) return null;
  const tonight = Temporal.PlainDate.from(night);
  const since = tonight.subtract({ days: nightsLookedAt }).toString();
  const recent = nightsOf(lines, audit).filter((one) => one.night > since && one.night <= night);
  const counts = Array.from({ length: nightsLookedAt }, (_, ago) => {
    const day = tonight.subtract({ days: ago }).toString();
    return lines.findLast((line) => line.night <= day)?.count;
  }).filter((count) => count !== undefined);
  const sum = counts.reduce((all, count) => all + count, 0);
  return {
    removed: recent.reduce((all, { removed }) => all + removed, 0),
    meanCount: counts.length === 0 ? first.count : sum / counts.length,
  };
}

/** Removals that were charged to this very ack. */
export const ackedSoFar = (audit: readonly AuditBody[], ack: Ack | null): number =>
  audit.reduce(
    (sum, { acked }) =>
      ack !== null && acked?.of === ack.removals && acked.until === ack.until ? sum + acked.removals : sum,
    0,
  );
