import { isTrackUri } from '../../domain/ids.ts';
import type { ReadSpotify } from '../../ports.ts';
import type { Call } from './call.ts';
import type { Reading } from './client.ts';
import { decode } from './decode/answers.ts';
import { discographyOf, followedOf } from './decode/artists.ts';
import { Seen } from './decode/item.ts';
import { itemPage, rowPage, savedPage, trackPage } from './decode/pages.ts';
import { headOf, listingOf } from './decode/playlists.ts';
import { badAnswer } from './decode/shape.ts';
import { playlistFields, rowFields } from './fields.ts';
import { readUser, type Sender } from './whose.ts';

/** Pages of Spotify, the largest that the development dialect allows. */
const pageSize = { listing: 50, rows: 50, liked: 50, top: 50, followed: 50, album: 50, search: 10, discography: 10 };
const ranges = { short: 'short_term', medium: 'medium_term', long: 'long_term' } as const;
/** Search shows nothing beyond this, and refuses to look. */
const mostFound = 1000;

/** Reads as one account; each function is one request. */
export function readSpotify(client: Sender): ReadSpotify {
  const get = <T>(call: Omit<Call, 'method'>, read: Reading<T>): Promise<T> =>
    client.send({ method: 'GET', ...call }, read);
  return {
    me: async () => (await readUser(client)).id,
    listing: (offset) => {
      const query = { limit: pageSize.listing, offset };
      return get({ path: '/me/playlists', query, bucket: 'playlist_reads' }, (text, request) =>
        listingOf(decode.listing(text, request), offset, request),
      );
    },
    playlist: (id) => {
      const query = { fields: playlistFields, additional_types: 'track,episode' };
      return get({ path: `/playlists/${id}`, query, bucket: 'playlist_reads' }, (text, request) =>
        headOf(decode.playlist(text, request), request),
      );
    },
    rows: (id, offset) => {
      const query = { fields: rowFields, additional_types: 'track,episode', limit: pageSize.rows, offset };
      return get({ path: `/playlists/${id}/items`, query, bucket: 'playlist_reads' }, (text, request) =>
        rowPage(decode.rows(text, request), offset, request),
      );
    },
    liked: (offset) => {
      const query = { limit: pageSize.liked, offset };
      return get({ path: '/me/tracks', query, bucket: 'library' }, (text, request) =>
        savedPage(decode.rows(text, request), offset, request),
      );
    },
    top: (range) => {
      const query = { time_range: ranges[range], limit: pageSize.top };
      // There is one page only (`spotify-api.md` 6), whatever it says of a next one and of how many there are.
      return get({ path: '/me/top/tracks', query, bucket: 'library' }, (text, request) => {
        const page = itemPage(decode.items(text, request), 0, request);
        return { ...page, next: null, total: Math.min(page.total, pageSize.top) };
      });
    },
    search: (q, offset) => {
      const query = { q, type: 'track', limit: pageSize.search, offset };
      return get({ path: '/search', query, bucket: 'search' }, (text, request) => {
        const page = itemPage(decode.search(text, request).tracks, offset, request);
        const next = page.next === null || page.next + pageSize.search > mostFound ? null : page.next;
        return { ...page, next, total: Math.min(page.total, mostFound) };
      });
    },
    followed: (after) => {
      const query = { type: 'artist', limit: pageSize.followed, after: after ?? undefined };
      return get({ path: '/me/following', query, bucket: 'library' }, (text, request) =>
        followedOf(decode.followed(text, request), after, request),
      );
    },
    discography: (artist, groups, offset) => {
      const limit = pageSize.discography;
      const query = { include_groups: groups.join(','), limit, offset };
      return get({ path: `/artists/${artist}/albums`, query, bucket: 'artist_albums' }, (text, request) =>
        discographyOf(decode.albums(text, request), { offset, limit, request }),
      );
    },
    album: (id) =>
      get({ path: `/albums/${id}`, bucket: 'albums' }, (text, request) => {
        const json = decode.album(text, request);
        const seen = new Seen();
        const album = seen.album(json);
        if (album === undefined) throw badAnswer(request, 'it is no album');
        return { ...trackPage(json.tracks, seen, { album: id, offset: 0, request }), album };
      }),
    albumTracks: (id, offset) => {
      const query = { limit: pageSize.album, offset };
      return get({ path: `/albums/${id}/tracks`, query, bucket: 'albums' }, (text, request) =>
        trackPage(decode.items(text, request), new Seen(), { album: id, offset, request }),
      );
    },
    track: (uri) =>
      get({ path: `/tracks/${uri.slice('spotify:track:'.length)}`, bucket: 'tracks' }, (text, request) => {
        const seen = new Seen();
        const item = seen.item(decode.item(text, request));
        if (item === undefined || !isTrackUri(item.uri)) throw badAnswer(request, 'it is no track');
        return { item, albums: seen.albums };
      }),
  };
}
