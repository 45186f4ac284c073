import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { badRequest } from '../http/refusal.ts';
import { fullArtist } from '../objects/artist.ts';
import { paging } from '../objects/paging.ts';
import { fullTrack } from '../objects/track.ts';
import { wholeAlbum } from '../objects/whole-album.ts';

/** Entries keep the key `track`. What is no longer there stays as an entry with null [?]. */
export const readSavedTracks: Route = {
  method: 'GET',
  pattern: '/me/tracks',
  bucket: 'library',
  scopes: ['user-library-read'],
  run: (call) =>
    paged(call, call.user.savedTracks, ({ id, addedAt }) => ({ added_at: addedAt, track: track(call, id) })),
};

/** Whole albums, each with its first tracks. */
export const readSavedAlbums: Route = {
  method: 'GET',
  pattern: '/me/albums',
  bucket: 'library',
  scopes: ['user-library-read'],
  run: (call) =>
    paged(call, call.user.savedAlbums, ({ id, addedAt }) => {
      const album = call.world.albums.get(id);
      return { added_at: addedAt, album: album === undefined ? null : wholeAlbum(call, album) };
    }),
};

const ranges = ['short_term', 'medium_term', 'long_term'] as const;

/** No more than 50 a range. */
export const readTop: Route = {
  method: 'GET',
  pattern: '/me/top/:',
  bucket: 'library',
  scopes: ['user-top-read'],
  run(call) {
    const [type] = call.params;
    if (type !== 'tracks' && type !== 'artists') throw badRequest('Invalid type');
    const asked = call.query.get('time_range') ?? 'medium_term';
    const range = ranges.find((known) => known === asked);
    if (range === undefined) throw badRequest('Invalid time_range');
    const ids = (type === 'tracks' ? call.user.topTracks : call.user.topArtists)[range].slice(0, 50);
    return type === 'tracks'
      ? paged(
          call,
          ids.filter((id) => call.world.tracks.has(id)),
          (id) => track(call, id),
        )
      : paged(call, ids, (id) => fullArtist(call.world, id, call.viewer));
  },
};

function paged<T>(call: Call, all: readonly T[], show: (entry: T) => object | null) {
  const limit = limitIn(call.query, 20, 50);
  const offset = offsetIn(call.query);
  const items = all.slice(offset, offset + limit).map(show);
  return json(200, paging(call, { items, offset, limit, total: all.length }));
}

function track({ world, viewer }: Call, id: string): object | null {
  const stored = world.tracks.get(id);
  return stored === undefined || stored.dead ? null : fullTrack(world, stored, viewer);
}
