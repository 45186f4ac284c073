import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { simpleAlbum } from '../objects/album.ts';
import { paging } from '../objects/paging.ts';
import { simpleTrack, visibleTrack } from '../objects/track.ts';
import type { Album } from '../world/schema/catalogue.ts';
import { named } from './catalogue-id.ts';

const album = (call: Call): Album =>
  named(call, (id) => {
    const found = call.world.albums.get(id);
    return found?.unreleased === true ? undefined : found;
  });

/** Simplified tracks: no ISRC, no album. */
function tracksOf(call: Call, { id, tracks }: Album, offset: number, limit: number, query: URLSearchParams): object {
  const { world, viewer } = call;
  const there = tracks.map((track) => visibleTrack(world, track)).filter((track) => track !== undefined);
  const items = there.slice(offset, offset + limit).map((track) => simpleTrack(world, track, viewer));
  return paging({ ...call, path: `/albums/${id}/tracks`, query }, { items, offset, limit, total: there.length });
}

/** With the first 50 tracks. `label`, `popularity` and `available_markets` are removed; `genres` is always empty. */
export const readAlbum: Route = {
  method: 'GET',
  pattern: '/albums/:',
  bucket: 'albums',
  run(call) {
    const found = album(call);
    return json(200, {
      ...simpleAlbum(call.world, found, call.viewer),
      copyrights: [],
      external_ids: found.upc === null ? {} : { upc: found.upc },
      genres: [],
      tracks: tracksOf(call, found, 0, 50, new URLSearchParams()),
    });
  },
};

export const readAlbumTracks: Route = {
  method: 'GET',
  pattern: '/albums/:/tracks',
  bucket: 'albums',
  run(call) {
    const limit = limitIn(call.query, 20, 50);
    return json(200, tracksOf(call, album(call), offsetIn(call.query), limit, call.query));
  },
};
