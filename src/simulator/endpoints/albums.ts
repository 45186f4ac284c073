import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { albumTracks, wholeAlbum } from '../objects/whole-album.ts';
import type { Album } from '../world/schema/catalogue.ts';
import { named } from './catalogue-id.ts';

const album = (call: Call): Album =>
  named(call, (id) => {
    const found = call.world.albums.get(id);
    return found?.unreleased === true ? undefined : found;
  });

export const readAlbum: Route = {
  method: 'GET',
  pattern: '/albums/:',
  bucket: 'albums',
  run: (call) => json(200, wholeAlbum(call, album(call))),
};

export const readAlbumTracks: Route = {
  method: 'GET',
  pattern: '/albums/:/tracks',
  bucket: 'albums',
  run(call) {
    const limit = limitIn(call.query, 20, 50);
    return json(200, albumTracks(call, album(call), offsetIn(call.query), limit));
  },
};
