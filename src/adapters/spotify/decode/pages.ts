import type { Static } from 'typebox';
import type { Entry } from '../../../domain/facts.ts';
import { type AlbumId, isTrackUri, type TrackUri } from '../../../domain/ids.ts';
import type { Row } from '../../../domain/playlist.ts';
import type { Page } from '../../../ports.ts';
import { Seen } from './item.ts';
import { isTold, rowOf } from './row.ts';
import type { ItemPage, RowPage } from './schemas.ts';
import { badAnswer } from './shape.ts';

type PageJson = {
  readonly total?: number | null | undefined;
  readonly next?: string | null | undefined;
  readonly items: readonly unknown[];
};

/** One page; where the next begins follows from how many entries came, whatever they turned out to be. */
export function pageWith<T>(rows: readonly T[], seen: Seen, json: PageJson, offset: number): Page<T> {
  const end = offset + json.items.length;
  const total = json.total ?? end;
  // Left out of an answer, `next` says nothing; null says that this is the end.
  const goesOn = json.next === undefined ? end < total : json.next !== null;
  return {
    rows,
    next: goesOn && json.items.length > 0 ? end : null,
    total,
    items: seen.items,
    albums: seen.albums,
  };
}

export function rowPage(json: Static<typeof RowPage>, offset: number, request: string): Page<Row> {
  // Fields of the wrong name leave rows without any content: that is a change of the API, not an empty playlist.
  if (offset === 0 && (json.total ?? 0) > 0 && json.items.length === 0)
    throw badAnswer(request, `it counts ${json.total} rows and shows none`);
  if (!json.items.every(isTold)) throw badAnswer(request, 'rows come without their items');
  const seen = new Seen();
  const rows = json.items.map((row) => rowOf(row, seen));
  return pageWith(rows, seen, json, offset);
}

/** Saved tracks, with the moment they were saved. */
export function savedPage(json: Static<typeof RowPage>, offset: number, request: string): Page<Entry> {
  const page = rowPage(json, offset, request);
  const rows = page.rows.flatMap((row) => (row.kind === 'item' ? { uri: row.uri, addedAt: row.addedAt } : []));
  return { ...page, rows };
}

export function itemPage(json: Static<typeof ItemPage>, offset: number): Page<Entry> {
  const seen = new Seen();
  const rows = json.items.flatMap((one): readonly Entry[] => {
    const item = one === null ? undefined : seen.item(one);
    return item === undefined ? [] : [{ uri: item.uri, addedAt: null }];
  });
  return pageWith(rows, seen, json, offset);
}

/** The tracks of an album, which do not say themselves where they stand. */
export function trackPage(json: Static<typeof ItemPage>, seen: Seen, album: AlbumId, offset: number): Page<TrackUri> {
  const rows = json.items.flatMap((one): readonly TrackUri[] => {
    const item = one === null ? undefined : seen.item(one, album);
    return item !== undefined && isTrackUri(item.uri) ? [item.uri] : [];
  });
  return pageWith(rows, seen, json, offset);
}
