import { bodyOf, type JsonObject, optional } from '../../http/body.ts';
import type { Call, Route } from '../../http/call.ts';
import { empty, json } from '../../http/incoming.ts';
import { badRequest, refuse } from '../../http/refusal.ts';
import { paging } from '../../objects/paging.ts';
import { wholePlaylist } from '../../objects/playlist.ts';
import { changed, createPlaylist } from '../../world/edit.ts';
import { needModify, owned } from './access.ts';

const mostPlaylists = 11_000;

type Details = { name?: string; description?: string; public?: boolean; collaborative?: boolean };

/** What may be said of a playlist. A bad member refuses the others with it. */
function detailsIn(body: JsonObject): Details {
  const name = optional(body, 'name', 'string');
  const description = optional(body, 'description', 'string');
  const isPublic = optional(body, 'public', 'boolean');
  const collaborative = optional(body, 'collaborative', 'boolean');
  if (name === '') throw badRequest('Attribute name is empty');
  // Nobody has said why, so nobody is told why: too long is a 500, in a name as in a description.
  if (name !== undefined && name.length > 200) throw refuse(500, 'Internal server error');
  if (description !== undefined) checkDescription(description);
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(isPublic === undefined ? {} : { public: isPublic }),
    ...(collaborative === undefined ? {} : { collaborative }),
  };
}

/** A description cannot be emptied. Addresses in it have been refused without a reason; here they always are. */
function checkDescription(text: string): void {
  if (text === '') throw badRequest('Attribute description is empty');
  // Which `<` counts as HTML is not known [?]: here what reads as a tag does.
  if (text.length > 300 || /<[a-z/!?][^<>]*>/i.test(text)) throw refuse(500, 'Internal server error');
  if (/[\r\n]/.test(text) || text.includes('://')) throw badRequest('Bad request');
}

export const changeDetails: Route = {
  method: 'PUT',
  pattern: '/playlists/:',
  bucket: 'writes',
  run(call) {
    const playlist = owned(call);
    const details = detailsIn(bodyOf(call));
    if (Object.keys(details).length === 0) throw badRequest('No attributes to change');
    if (details.public !== undefined) needModify(call, details.public);
    const wanted = { public: playlist.public, collaborative: playlist.collaborative, ...details };
    if (wanted.collaborative && wanted.public) throw badRequest('Collaborative playlists can only be private.');
    const { public: asked = playlist.public, ...rest } = details;
    Object.assign(playlist, rest, { public: playlist.publicIsStuck ? playlist.public : asked });
    changed(call.world, playlist);
    call.logged.effect = true;
    return empty(200);
  },
};

export const createOwn: Route = {
  method: 'POST',
  pattern: '/me/playlists',
  bucket: 'writes',
  run(call) {
    const details = detailsIn(bodyOf(call));
    const { name, description, public: isPublic = true, collaborative = false } = details;
    if (name === undefined) throw badRequest('Missing required field: name');
    needModify(call, isPublic);
    if (collaborative && isPublic) throw badRequest('Collaborative playlists can only be private.');
    if (ownedBy(call) >= mostPlaylists) throw refuse(403, 'Playlist limit reached');
    const playlist = createPlaylist(call.world, call.user.id, { name, description, public: isPublic, collaborative });
    call.logged.effect = true;
    const path = `/playlists/${playlist.id}/items`;
    const items = paging(
      { ...call, path, query: new URLSearchParams() },
      { items: [], offset: 0, limit: 100, total: 0 },
    );
    return json(201, wholePlaylist(call, playlist, items));
  },
};

const ownedBy = ({ user }: Call): number => user.playlists.length;
