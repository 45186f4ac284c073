import type { Static } from 'typebox';
import { isEpisodeUri, isLocalUri, isTrackUri, type UserId } from '../../../domain/ids.ts';
import type { Row } from '../../../domain/playlist.ts';
import type { Seen } from './item.ts';
import type { ItemJson, RowJson } from './schemas.ts';

/** One position of a playlist. Nothing is skipped: positions count every row. */
export function rowOf(json: Static<typeof RowJson> | null, seen: Seen): Row {
  const added = { addedAt: json?.added_at ?? null, addedBy: (json?.added_by?.id ?? null) as UserId | null };
  const item = itemIn(json);
  // Spotify keeps the row and sends null when it no longer has the item.
  if (item === null) return { kind: 'gone', ...added };
  if (isLocalUri(item.uri)) return { kind: 'local', uri: item.uri, ...added };
  if (!isTrackUri(item.uri) && !isEpisodeUri(item.uri)) return { kind: 'gone', ...added };
  seen.item(item);
  // Written out as items are: it takes less room.
  return { kind: 'item', uri: item.uri, addedAt: added.addedAt, addedBy: added.addedBy };
}

type Json = Static<typeof RowJson>;

/** What stands in the row, in either dialect; null when it is gone. */
export const itemIn = (json: Json | null): Static<typeof ItemJson> | null => {
  const item = json?.item ?? json?.track;
  return typeof item === 'object' ? item : null;
};

/** Whether the row speaks of its item at all: one that is gone is there as null. */
export const isTold = (json: Json | null): boolean =>
  json === null || json.item !== undefined || (json.track !== undefined && typeof json.track !== 'boolean');
