import type { Static } from 'typebox';
import { isEpisodeUri, isLocalUri, isTrackUri, type UserId } from '../../../domain/ids.ts';
import type { Row } from '../../../domain/playlist.ts';
import type { Seen } from './item.ts';
import type { RowJson } from './schemas.ts';

/** One position of a playlist. Nothing is skipped: positions count every row. */
export function rowOf(json: Static<typeof RowJson>, seen: Seen): Row {
  const added = { addedAt: json.added_at ?? null, addedBy: (json.added_by?.id ?? null) as UserId | null };
  const item = json.item ?? json.track ?? null;
  // Spotify keeps the row and sends null when it no longer has the item.
  if (item === null) return { kind: 'gone', ...added };
  if (isLocalUri(item.uri)) return { kind: 'local', uri: item.uri, ...added };
  if (!isTrackUri(item.uri) && !isEpisodeUri(item.uri)) return { kind: 'gone', ...added };
  seen.item(item);
  return { kind: 'item', uri: item.uri, ...added };
}
