import { canonicalJson } from '../../domain/canonical.ts';
import { entriesOf } from '../insight/entries.ts';
import type { Insight, PlaylistInsight } from '../insight/insight.ts';

type Cell = string | number | boolean | null;

const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** A spreadsheet runs what begins like a formula: a stranger's text that does gets an apostrophe before it. */
function cell(value: Cell): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = /^[\s]*[=+\-@]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Night by night, oldest first. */
export const nightsCsv = ({ nights }: PlaylistInsight): string =>
  csv([
    ['night', 'tracks', 'in', 'out', 'by_hand', 'held'],
    ...nights.map(({ night, count, entered, left, byHand, held }) => [night, count, entered, left, byHand, held]),
  ]);

/** The playlist as it stands. */
export function tracksCsv(playlist: PlaylistInsight, insight: Insight): string {
  const entries = entriesOf(insight, playlist);
  const rows = playlist.tracks.map((key, index): readonly Cell[] => {
    const [label, entry] = [insight.labels.get(key), entries.get(key)];
    return [
      index + 1,
      key,
      label?.title ?? null,
      label?.artists ?? null,
      entry?.night ?? null,
      entry?.why?.datum ?? null,
    ];
  });
  return csv([['position', 'uri', 'title', 'artists', 'in_since', 'why'], ...rows]);
}

/** All that the site knows of a playlist. */
export function playlistJson(playlist: PlaylistInsight, insight: Insight): string {
  const entries = entriesOf(insight, playlist);
  return `${canonicalJson({
    version: 1,
    night: insight.night,
    ...playlist,
    tracks: playlist.tracks.map((uri) => ({
      uri,
      label: insight.labels.get(uri) ?? null,
      since: entries.get(uri)?.night ?? null,
      why: entries.get(uri)?.why ?? null,
    })),
    changes: insight.changes.filter((one) => one.playlist.id === playlist.id).map(({ playlist: _, ...one }) => one),
  })}\n`;
}
