import type { Route } from '../../http/call.ts';
import { empty, json } from '../../http/incoming.ts';
import { badRequest, refuse } from '../../http/refusal.ts';
import { changed } from '../../world/edit.ts';
import { namedPlaylist, owned } from './access.ts';

const mostBytes = 256 * 1024;

/** The body is bare base64 of a JPEG, without prefix or line end. Without the scope it is a 401, not a 403. */
export const putCover: Route = {
  method: 'PUT',
  pattern: '/playlists/:/images',
  bucket: 'covers',
  run(call) {
    const { session, incoming, world, logged } = call;
    if (!session.scopes.has('ugc-image-upload')) throw refuse(401, 'Unauthorized.');
    const playlist = owned(call);
    if (incoming.headers['content-type'] !== 'image/jpeg') throw badRequest('Unsupported content type');
    if (incoming.body.length > mostBytes) throw refuse(413, 'Image exceeds maximum size');
    // What every JPEG begins with, in base64.
    if (!/^\/9j\/[A-Za-z0-9+/]*={0,2}$/.test(incoming.body.toString('latin1'))) throw badRequest('Invalid image');
    changed(world, playlist);
    logged.effect = true;
    return empty(202);
  },
};

export const readCover: Route = {
  method: 'GET',
  pattern: '/playlists/:/images',
  bucket: 'playlist_reads',
  run: (call) =>
    json(200, [{ height: null, url: `https://mosaic.scdn.co/640/${namedPlaylist(call).id}`, width: null }]),
};
