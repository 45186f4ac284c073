import type { AddableUri, AlbumId, ArtistId, TrackUri } from './ids.ts';
import type { KnownAlbums, KnownItems } from './item.ts';
import type { Need, NeedKind } from './need.ts';
import type { Actual, Instant } from './playlist.ts';

/** A track in a list that Spotify keeps, with the moment it came in where Spotify says so. */
export type Entry = { readonly uri: AddableUri; readonly addedAt: Instant | null };

/** What each kind of need is answered with. */
type Found = {
  readonly playlist: Actual;
  readonly as_of: readonly Entry[];
  readonly liked: readonly Entry[];
  readonly top: readonly Entry[];
  readonly search: readonly Entry[];
  readonly followed: readonly ArtistId[];
  readonly discography: readonly AlbumId[];
  readonly album: readonly TrackUri[];
  /** The URI under which the track is shown now: another one than asked for when Spotify relinked it. */
  readonly track: TrackUri;
};

/** Why there is nothing: Spotify says there is no such thing, or does not let this account read it. */
export type Absence = 'missing' | 'forbidden';

/**
 * What Spotify said to one need.
 * - `whole`: everything was read.
 * - `part`: what was read before a page failed: what is missing from it is not known to be gone.
 * - `none`: nothing can be read; `absence` says why.
 */
export type Answer<K extends NeedKind = NeedKind> = {
  [Kind in K]:
    | { readonly state: 'whole'; readonly found: Found[Kind] }
    | { readonly state: 'part'; readonly found: Found[Kind] | null; readonly because: string }
    | { readonly state: 'none'; readonly absence: Absence };
}[K];

/** Requests that a list takes: `least` in any case, `counted` by how many it says it has, which may be too many. */
export type Size = { readonly least: number; readonly counted: number };

export type Sizes = { readonly [key: string]: Size };

/** Everything that was read, once: answers name tracks and albums by id, and these stand in the two catalogues. */
export type Facts = {
  readonly version: 1;
  readonly items: KnownItems;
  readonly albums: KnownAlbums;
  /** By `needKey`. */
  readonly answers: { readonly [key: string]: { readonly need: Need; readonly answer: Answer } };
  /** Of lists for which there was no room when they were last begun, by `needKey`; left out where there are none. */
  readonly sizes?: Sizes;
};

export const noFacts: Facts = { version: 1, items: new Map(), albums: new Map(), answers: {} };
