import { Temporal } from 'temporal-polyfill';
import type { PlaylistId } from '../domain/ids.ts';
import type { RowKey } from '../domain/playlist.ts';
import { type HistoryLine, lastHash } from '../domain/records/history.ts';

/**
 * The history without months that are over for longer than so many days. What they add up to stays: a line a playlist,
 * dated the last night of these months, as if it had been met then.
 */
export function retained(history: readonly HistoryLine[], night: string, days: number): readonly HistoryLine[] {
  const first = Temporal.PlainDate.from(night).subtract({ days }).with({ day: 1 });
  return foldedBefore(history, first.toString());
}

/** The history with everything before a night folded into one line a playlist, dated the night before. */
export function foldedBefore(history: readonly HistoryLine[], night: string): readonly HistoryLine[] {
  const last = Temporal.PlainDate.from(night).subtract({ days: 1 }).toString();
  const [old, kept] = [history.filter((line) => line.night < night), history.filter((line) => line.night >= night)];
  // What was folded already has nothing more to give.
  if (old.every((line) => line.night === last)) return history;
  const byPlaylist = Map.groupBy(old, (line) => line.playlist);
  return [...[...byPlaylist].sort(byId).map(([, lines]) => folded(lines, last)), ...kept];
}

const byId = ([one]: [PlaylistId, unknown], [other]: [PlaylistId, unknown]): number => (one < other ? -1 : 1);

function folded(lines: readonly HistoryLine[], night: string): HistoryLine {
  const counts = new Map<RowKey, number>();
  for (const { entered, left } of lines) {
    for (const key of entered) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const key of left) counts.set(key, (counts.get(key) ?? 0) - 1);
  }
  const entered = [...counts].flatMap(([key, count]) => Array<RowKey>(Math.max(0, count)).fill(key)).sort();
  const last = lines.at(-1) as HistoryLine;
  const followers = lines.findLast((line) => line.followers !== null)?.followers ?? null;
  const hash = lastHash(lines);
  return { ...last, night, followers, entered, left: [], ...(hash === undefined ? {} : { hash }) };
}
