import type { Static } from 'typebox';
import type { Entry } from '../../../domain/facts.ts';
import { type AlbumId, isTrackUri, type TrackUri } from '../../../domain/ids.ts';
import type { Row } from '../../../domain/playlist.ts';
import type { Page } from '../../../ports.ts';
import { Seen } from './item.ts';
import { isTold, itemIn, rowOf } from './row.ts';
import type { ItemPage, RowPage } from './schemas.ts';
import { badAnswer } from './shape.ts';

type PageJson = {
  readonly total?: number | null | undefined;
  readonly next?: string | null | undefined;
  readonly items: readonly unknown[];
};

/** One page; where the next begins follows from how many entries came, whatever they turned out to be. */
export function pageWith<T>(rows: readonly T[], seen: Seen, json: PageJson, offset: number): Page<T> {
  const entries = json.items.length;
  const end = offset + entries;
  const total = json.total ?? end;
  // Left out of an answer, `next` says nothing; null says that this is the end.
  const goesOn = json.next === undefined ? end < total : json.next !== null;
  return {
    rows,
    entries,
    next: goesOn && entries > 0 ? end : null,
    total,
    items: seen.items,
    albums: seen.albums,
  };
}

/** Where there must be entries and none is shown, or none can be told, the API has changed: the list is not empty. */
export function mustShow({ total, items }: PageJson, offset: number, request: string): void {
  if (items.length === 0 && offset < (total ?? 0))
    throw badAnswer(request, `it counts ${total} entries and shows none from ${offset} on`);
}

/** Entries that are null are gone; those that are there and say nothing that can be read are not. */
export function mustBeRead(rows: readonly unknown[], there: readonly unknown[], request: string): void {
  if (rows.length === 0 && there.some((one) => one !== null))
    throw badAnswer(request, 'none of its entries can be read');
}

export function rowPage(json: Static<typeof RowPage>, offset: number, request: string): Page<Row> {
  mustShow(json, offset, request);
  if (!json.items.every(isTold)) throw badAnswer(request, 'rows come without their items');
  const seen = new Seen();
  const rows = json.items.map((row) => rowOf(row, seen));
  return pageWith(rows, seen, json, offset);
}

/** Saved tracks, with the moment they were saved. */
export function savedPage(json: Static<typeof RowPage>, offset: number, request: string): Page<Entry> {
  const page = rowPage(json, offset, request);
  const rows = page.rows.flatMap((row) => (row.kind === 'item' ? { uri: row.uri, addedAt: row.addedAt } : []));
  mustBeRead(rows, json.items.map(itemIn), request);
  return { ...page, rows };
}

export function itemPage(json: Static<typeof ItemPage>, offset: number, request: string): Page<Entry> {
  mustShow(json, offset, request);
  const seen = new Seen();
  const rows = json.items.flatMap((one): readonly Entry[] => {
    const item = one === null ? undefined : seen.item(one);
    return item === undefined ? [] : [{ uri: item.uri, addedAt: null }];
  });
  mustBeRead(rows, json.items, request);
  return pageWith(rows, seen, json, offset);
}

type AlbumPart = { readonly album: AlbumId; readonly offset: number; readonly request: string };

/** The tracks of an album, which do not say themselves where they stand. */
export function trackPage(
  json: Static<typeof ItemPage>,
  seen: Seen,
  { album, offset, request }: AlbumPart,
): Page<TrackUri> {
  mustShow(json, offset, request);
  const rows = json.items.flatMap((one): readonly TrackUri[] => {
    const item = one === null ? undefined : seen.item(one, album);
    return item !== undefined && isTrackUri(item.uri) ? [item.uri] : [];
  });
  mustBeRead(rows, json.items, request);
  return pageWith(rows, seen, json, offset);
}
