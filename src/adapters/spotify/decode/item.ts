import type { Static } from 'typebox';
import { type AlbumId, type ArtistId, isEpisodeUri, isTrackUri } from '../../../domain/ids.ts';
import type { Album, AlbumsById, ArtistRef, Item, ItemsByUri } from '../../../domain/item.ts';
import type { AlbumJson, ArtistJson, ItemJson } from './schemas.ts';

/** Collects what answers name in full, for the catalogues. */
export class Seen {
  readonly #items: Record<string, Item> = {};
  readonly #albums: Record<string, Album> = {};

  get items(): ItemsByUri {
    return this.#items as ItemsByUri;
  }

  get albums(): AlbumsById {
    return this.#albums as AlbumsById;
  }

  /** The item, noted; undefined when it is neither a track nor an episode. `album` is where simplified tracks stand. */
  item(json: Static<typeof ItemJson>, album?: AlbumId): Item | undefined {
    const item = itemOf(json, this.album(json.album ?? undefined)?.id ?? album ?? null);
    if (item !== undefined) this.#items[item.uri] = item;
    return item;
  }

  album(json: Static<typeof AlbumJson> | undefined): Album | undefined {
    if (json?.id === undefined || json.id === null) return undefined;
    const album: Album = {
      id: json.id as AlbumId,
      title: json.name ?? '',
      artists: artistsOf(json.artists),
      released: datePart(json.release_date),
      albumType: json.album_type === 'single' || json.album_type === 'compilation' ? json.album_type : 'album',
    };
    this.#albums[album.id] = album;
    return album;
  }
}

function itemOf(json: Static<typeof ItemJson>, album: AlbumId | null): Item | undefined {
  const { uri } = json;
  const common = { title: json.name ?? '', durationMs: json.duration_ms ?? 0, explicit: json.explicit ?? false };
  if (isEpisodeUri(uri))
    return { kind: 'episode', uri, ...common, show: json.show?.name ?? '', released: datePart(json.release_date) };
  if (!isTrackUri(uri)) return undefined;
  // Written out: V8 gives an object with another one spread in it half as much room again.
  return {
    kind: 'track',
    uri,
    title: common.title,
    durationMs: common.durationMs,
    explicit: common.explicit,
    artists: artistsOf(json.artists),
    album,
    isrc: json.external_ids?.isrc ?? null,
    trackNumber: json.track_number ?? null,
    discNumber: json.disc_number ?? null,
    playable: json.is_playable ?? null,
  };
}

type ArtistsJson = readonly (Static<typeof ArtistJson> | null)[] | null | undefined;

const artistsOf = (artists: ArtistsJson): readonly ArtistRef[] =>
  (artists ?? []).flatMap((artist) =>
    artist === null ? [] : { id: (artist.id ?? null) as ArtistId | null, name: artist.name ?? '' },
  );

/** `0000` is how Spotify says that it does not know. */
const datePart = (date: string | null | undefined): string | null =>
  date === undefined || date === null || !/^\d{4}(?:-\d{2}){0,2}$/.test(date) || date.startsWith('0000') ? null : date;
