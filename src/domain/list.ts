import type { AddableUri, AlbumId, ArtistId } from './ids.ts';
import type { Place } from './place.ts';

/** One line of a list file: what it is about, and every other column as a field. */
export type ListLine = {
  readonly uri: AddableUri | null;
  readonly artist: ArtistId | null;
  readonly album: AlbumId | null;
  readonly isrc: string | null;
  /** Other columns, several words of a cell apart: `{ genre: ['city-pop'], mood: ['dark', 'driving'] }`. */
  readonly fields: { readonly [column: string]: readonly string[] };
  readonly at: Place;
};

/** A file under `playlists/lists/`, YAML or CSV, in one normal form. */
export type List = { readonly path: string; readonly lines: readonly ListLine[] };
