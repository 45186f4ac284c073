import type { AddableUri, AlbumId, ArtistId, EpisodeUri, TrackUri } from './ids.ts';
import type { Lookup } from './known/lookup.ts';

/** A date as exact as Spotify knows it: `2026-11-20`, `2026-11` or `2026`. */
export type PartialDate = string;

export type ArtistRef = { readonly id: ArtistId | null; readonly name: string };

/** What is known of a track. `null` is "Spotify did not say", never "no". */
export type Track = {
  readonly kind: 'track';
  /** The id under which Spotify shows it now: another one than was asked for when the track was relinked. */
  readonly uri: TrackUri;
  readonly title: string;
  readonly artists: readonly ArtistRef[];
  readonly album: AlbumId | null;
  readonly durationMs: number;
  readonly explicit: boolean;
  readonly isrc: string | null;
  readonly trackNumber: number | null;
  readonly discNumber: number | null;
  readonly playable: boolean | null;
};

export type Episode = {
  readonly kind: 'episode';
  readonly uri: EpisodeUri;
  readonly title: string;
  readonly show: string;
  readonly durationMs: number;
  readonly explicit: boolean;
  readonly released: PartialDate | null;
};

export type Item = Track | Episode;

export type Album = {
  readonly id: AlbumId;
  readonly title: string;
  readonly artists: readonly ArtistRef[];
  readonly released: PartialDate | null;
  readonly albumType: 'album' | 'single' | 'compilation';
};

/** What one answer names in full. */
export type ItemsByUri = { readonly [uri in AddableUri]?: Item };
export type AlbumsById = { readonly [id in AlbumId]?: Album };

/** What is known of all. */
export type KnownItems = Lookup<AddableUri, Item>;
export type KnownAlbums = Lookup<AlbumId, Album>;
