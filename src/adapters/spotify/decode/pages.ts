import type { Static } from 'typebox';
import type { Entry } from '../../../domain/facts.ts';
import {
  type AlbumId,
  isTrackUri,
  type PlaylistId,
  type SnapshotId,
  type TrackUri,
  type UserId,
} from '../../../domain/ids.ts';
import type { Row } from '../../../domain/playlist.ts';
import type { ListedPlaylist, Page } from '../../../ports.ts';
import { Seen } from './item.ts';
import { rowOf } from './row.ts';
import type { ItemPage, ListingJson, RowPage } from './schemas.ts';
import { badAnswer } from './shape.ts';
import { descriptionOf } from './text.ts';

type Paged = { readonly total?: number; readonly next?: string | null };

export const pageWith = <T>(
  rows: readonly T[],
  { items, albums }: Seen,
  { total, next }: Paged,
  offset: number,
  read: number,
): Page<T> => ({
  rows,
  next: next === null || next === undefined || read === 0 ? null : offset + read,
  total: total ?? offset + read,
  items,
  albums,
});

export function rowPage(json: Static<typeof RowPage>, offset: number, request: string): Page<Row> {
  // Fields of the wrong name leave rows without any content: that is a change of the API, not an empty playlist.
  if (offset === 0 && (json.total ?? 0) > 0 && json.items.length === 0)
    throw badAnswer(request, `it counts ${json.total} rows and shows none`);
  if (json.items.some((row) => row.item === undefined && row.track === undefined))
    throw badAnswer(request, 'rows come without their items');
  const seen = new Seen();
  return pageWith(
    json.items.map((row) => rowOf(row, seen)),
    seen,
    json,
    offset,
    json.items.length,
  );
}

export function itemPage(json: Static<typeof ItemPage>, offset: number): Page<Entry> {
  const seen = new Seen();
  const rows = json.items.flatMap((one): readonly Entry[] => {
    const item = one === null ? undefined : seen.item(one);
    return item === undefined ? [] : [{ uri: item.uri, addedAt: null }];
  });
  return pageWith(rows, seen, json, offset, json.items.length);
}

export function tracksOf(json: Static<typeof ItemPage>, seen: Seen, album: AlbumId, offset: number): Page<TrackUri> {
  const rows = json.items.flatMap((one): readonly TrackUri[] => {
    const item = one === null ? undefined : seen.item(one, album);
    return item !== undefined && isTrackUri(item.uri) ? [item.uri] : [];
  });
  return pageWith(rows, seen, json, offset, json.items.length);
}

export const entriesOf = (row: Row): readonly Entry[] =>
  row.kind === 'item' ? [{ uri: row.uri, addedAt: row.addedAt }] : [];

export function listed(json: Static<typeof ListingJson>, offset: number): Page<ListedPlaylist> {
  const rows = json.items.flatMap((one): readonly ListedPlaylist[] =>
    typeof one?.id !== 'string' || typeof one.snapshot_id !== 'string'
      ? []
      : [
          {
            id: one.id as PlaylistId,
            owner: (one.owner?.id ?? '') as UserId,
            snapshot: one.snapshot_id as SnapshotId,
            name: one.name ?? '',
            description: descriptionOf(one.description),
          },
        ],
  );
  return pageWith(rows, new Seen(), json, offset, json.items.length);
}
