import { type Static, Type } from 'typebox';
import type { Entry } from '../../domain/facts.ts';
import {
  type AlbumId,
  type ArtistId,
  isTrackUri,
  type PlaylistId,
  type SnapshotId,
  type TrackUri,
  type UserId,
} from '../../domain/ids.ts';
import type { Row } from '../../domain/playlist.ts';
import type { ListedPlaylist, Page, ReadSpotify } from '../../ports.ts';
import { type Call, nameOf } from './call.ts';
import type { Client } from './client.ts';
import { Seen } from './decode/item.ts';
import { rowOf } from './decode/row.ts';
import { AlbumJson, ItemJson, ListingJson, PlaylistJson, pageOf, RowJson } from './decode/schemas.ts';
import { badAnswer, decoder } from './decode/shape.ts';
import { descriptionOf } from './decode/text.ts';
import { playlistFields, rowFields } from './fields.ts';

const ItemPage = pageOf(Type.Union([ItemJson, Type.Null()]));
const decode = {
  me: decoder(Type.Object({ id: Type.String() })),
  listing: decoder(ListingJson),
  playlist: decoder(PlaylistJson),
  rows: decoder(pageOf(RowJson)),
  saved: decoder(pageOf(RowJson)),
  items: decoder(ItemPage),
  search: decoder(Type.Object({ tracks: ItemPage })),
  followed: decoder(
    Type.Object({
      artists: Type.Object({
        total: Type.Optional(Type.Integer()),
        next: Type.Optional(Type.Union([Type.String(), Type.Null()])),
        items: Type.Array(Type.Object({ id: Type.String() })),
      }),
    }),
  ),
  albums: decoder(pageOf(Type.Union([AlbumJson, Type.Null()]))),
  album: decoder(Type.Intersect([AlbumJson, Type.Object({ tracks: ItemPage })])),
  item: decoder(ItemJson),
};

/** Pages of Spotify, the largest that the development dialect allows. */
const pageSize = { listing: 50, rows: 50, liked: 50, followed: 50, album: 50, search: 10, discography: 10 };
const ranges = { short: 'short_term', medium: 'medium_term', long: 'long_term' } as const;

/** Reads as one account; each function is one request. */
export function readSpotify(client: Client): ReadSpotify {
  const get = async <T>(call: Omit<Call, 'method'>, read: (text: string, request: string) => T): Promise<T> => {
    const whole = { method: 'GET', ...call } as const;
    return read(await client.send(whole), nameOf(whole));
  };
  return {
    me: async () => (await get({ path: '/me', bucket: 'library' }, decode.me)).id as UserId,
    listing: async (offset) => {
      const query = { limit: pageSize.listing, offset };
      return listed(await get({ path: '/me/playlists', query, bucket: 'playlist_reads' }, decode.listing), offset);
    },
    playlist: async (id) => {
      const query = { fields: playlistFields, additional_types: 'track,episode' };
      const json = await get({ path: `/playlists/${id}`, query, bucket: 'playlist_reads' }, decode.playlist);
      const page = json.items ?? json.tracks ?? null;
      return {
        id: json.id as PlaylistId,
        owner: json.owner.id as UserId,
        snapshot: json.snapshot_id as SnapshotId,
        details: {
          name: json.name ?? '',
          description: descriptionOf(json.description),
          public: json.public ?? null,
          collaborative: json.collaborative ?? false,
        },
        followers: json.followers?.total ?? null,
        page: page === null ? null : rowPage(page, 0, `GET /playlists/${id}`),
      };
    },
    rows: async (id, offset) => {
      const query = { fields: rowFields, additional_types: 'track,episode', limit: pageSize.rows, offset };
      const path = `/playlists/${id}/items`;
      return rowPage(await get({ path, query, bucket: 'playlist_reads' }, decode.rows), offset, `GET ${path}`);
    },
    liked: async (offset) => {
      const query = { limit: pageSize.liked, offset };
      const json = await get({ path: '/me/tracks', query, bucket: 'library' }, decode.saved);
      const seen = new Seen();
      const rows = json.items.flatMap((one) => entriesOf(rowOf(one, seen)));
      return pageWith(rows, seen, json, offset, json.items.length);
    },
    top: async (range) => {
      const query = { time_range: ranges[range], limit: 50 };
      return itemPage(await get({ path: '/me/top/tracks', query, bucket: 'library' }, decode.items), 0);
    },
    search: async (q, offset) => {
      const query = { q, type: 'track', limit: pageSize.search, offset };
      return itemPage((await get({ path: '/search', query, bucket: 'search' }, decode.search)).tracks, offset);
    },
    followed: async (after) => {
      const query = { type: 'artist', limit: pageSize.followed, after: after ?? undefined };
      const { artists } = await get({ path: '/me/following', query, bucket: 'library' }, decode.followed);
      return pageWith(
        artists.items.map(({ id }) => id as ArtistId),
        new Seen(),
        artists,
        0,
        artists.items.length,
      );
    },
    discography: async (artist, groups, offset) => {
      const query = { include_groups: groups.join(','), limit: pageSize.discography, offset };
      const json = await get({ path: `/artists/${artist}/albums`, query, bucket: 'artist_albums' }, decode.albums);
      const seen = new Seen();
      const albums = json.items.map((one) => (one === null ? undefined : seen.album(one)));
      const rows = albums.filter((album) => album !== undefined);
      // `total` and `next` cannot be relied on with groups (`spotify-api.md` 6): a short page is the last.
      const next = json.items.length < pageSize.discography ? null : offset + json.items.length;
      return { ...pageWith(rows, seen, json, offset, json.items.length), next };
    },
    album: async (id) => {
      const request = `GET /albums/${id}`;
      const json = await get({ path: `/albums/${id}`, bucket: 'albums' }, decode.album);
      const seen = new Seen();
      const album = seen.album(json);
      if (album === undefined) throw badAnswer(request, 'it is no album');
      return { ...tracksOf(json.tracks, seen, id, 0), album };
    },
    albumTracks: async (id, offset) => {
      const query = { limit: pageSize.album, offset };
      const json = await get({ path: `/albums/${id}/tracks`, query, bucket: 'albums' }, decode.items);
      return tracksOf(json, new Seen(), id, offset);
    },
    track: async (uri) => {
      const path = `/tracks/${uri.slice('spotify:track:'.length)}`;
      const seen = new Seen();
      const item = seen.item(await get({ path, bucket: 'tracks' }, decode.item));
      if (item === undefined) throw badAnswer(`GET ${path}`, 'it is no track');
      return { item, albums: seen.albums };
    },
  };
}

type Paged = { readonly total?: number; readonly next?: string | null };

const pageWith = <T>(
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

function rowPage(json: Static<ReturnType<typeof pageOf<typeof RowJson>>>, offset: number, request: string): Page<Row> {
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

function itemPage(json: Static<typeof ItemPage>, offset: number): Page<Entry> {
  const seen = new Seen();
  const rows = json.items.flatMap((one): readonly Entry[] => {
    const item = one === null ? undefined : seen.item(one);
    return item === undefined ? [] : [{ uri: item.uri, addedAt: null }];
  });
  return pageWith(rows, seen, json, offset, json.items.length);
}

function tracksOf(json: Static<typeof ItemPage>, seen: Seen, album: AlbumId, offset: number): Page<TrackUri> {
  const rows = json.items.flatMap((one): readonly TrackUri[] => {
    const item = one === null ? undefined : seen.item(one, album);
    return item !== undefined && isTrackUri(item.uri) ? [item.uri] : [];
  });
  return pageWith(rows, seen, json, offset, json.items.length);
}

const entriesOf = (row: Row): readonly Entry[] => (row.kind === 'item' ? [{ uri: row.uri, addedAt: row.addedAt }] : []);

function listed(json: Static<typeof ListingJson>, offset: number): Page<ListedPlaylist> {
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
