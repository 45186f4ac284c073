import type { Static } from 'typebox';
import type { ArtistId } from '../../../domain/ids.ts';
import type { Album } from '../../../domain/item.ts';
import type { FollowedPage, Page } from '../../../ports.ts';
import { Seen } from './item.ts';
import { mustBeRead, mustShow, pageWith } from './pages.ts';
import type { AlbumPage, FollowedJson } from './schemas.ts';

/** `total` counts all of them, and a cursor does not say how many came before. */
export function followedOf(
  { artists }: Static<typeof FollowedJson>,
  after: ArtistId | null,
  request: string,
): FollowedPage {
  if (after === null) mustShow(artists, 0, request);
  const ids = artists.items.flatMap((artist) => (artist === null ? [] : (artist.id as ArtistId)));
  const page = pageWith(ids, new Seen(), { ...artists, next: artists.next ?? null }, 0);
  const last = (artists.cursors?.after ?? ids.at(-1) ?? null) as ArtistId | null;
  return { ...page, after: page.next === null ? null : last };
}

export type Reach = { readonly offset: number; readonly limit: number; readonly request: string };

/** `total` and `next` cannot be relied on with groups (`spotify-api.md` 6): a short page is the last. */
export function discographyOf(json: Static<typeof AlbumPage>, { offset, limit, request }: Reach): Page<Album> {
  const seen = new Seen();
  const rows = json.items.flatMap((one) => (one === null ? [] : (seen.album(one) ?? [])));
  mustBeRead(rows, json.items, request);
  const entries = json.items.length;
  return { ...pageWith(rows, seen, json, offset), next: entries < limit ? null : offset + entries };
}
