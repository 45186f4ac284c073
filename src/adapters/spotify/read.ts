import type { ArtistId, PlaylistId, SnapshotId, UserId } from '../../domain/ids.ts';
import type { ReadSpotify } from '../../ports.ts';
import { type Call, nameOf } from './call.ts';
import type { Client } from './client.ts';
import { decode } from './decode/answers.ts';
import { Seen } from './decode/item.ts';
import { entriesOf, itemPage, listed, pageWith, rowPage, tracksOf } from './decode/pages.ts';
import { rowOf } from './decode/row.ts';
import { badAnswer } from './decode/shape.ts';
import { descriptionOf } from './decode/text.ts';
import { playlistFields, rowFields } from './fields.ts';

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
