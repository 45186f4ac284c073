import { isBase62Id } from '../../domain/ids.ts';
import type { Call, Route } from '../http/call.ts';
import { empty, json, type Outgoing } from '../http/incoming.ts';
import { badRequest, notFound } from '../http/refusal.ts';
import { isThere, type Kind, shelves } from '../library/shelves.ts';
import { needModify, needScope } from './playlist/access.ts';

const mostUris = 40;

type Named = { readonly kind: Kind; readonly id: string };

/** Only the query counts: URIs in a body are not seen. */
function namedIn({ query }: Call): readonly Named[] {
  const text = query.get('uris');
  if (text === null || text === '') throw badRequest('Missing required field: uris');
  const uris = text.split(',');
  if (uris.length > mostUris) throw badRequest('Too many uris');
  return uris.map((uri) => {
    const [scheme, kind = '', id = '', ...more] = uri.split(':');
    const known = scheme === 'spotify' && more.length === 0 && Object.hasOwn(shelves, kind) && isBase62Id(id);
    if (!known) throw badRequest(`Invalid uri: ${uri}`);
    return { kind: kind as Kind, id };
  });
}

/** The document names `-public` for every list; that one which is private needs both is a guess [?]. */
function needed(call: Call, { kind, id }: Named): void {
  if (kind === 'playlist') {
    needModify(call, true);
    needModify(call, call.world.playlists.get(id)?.public ?? true);
  } else needScope(call, kind === 'artist' ? 'user-follow-modify' : 'user-library-modify');
}

function allowedIn(call: Call): readonly Named[] {
  const all = namedIn(call);
  for (const named of all) needed(call, named);
  return all;
}

function write(call: Call, all: readonly Named[], change: (named: Named) => boolean): Outgoing {
  if (all.map(change).includes(true)) call.logged.effect = true;
  return empty(200);
}

/** What nobody can see is not saved, nor what is named beside it [?]. */
export const saveToLibrary: Route = {
  method: 'PUT',
  pattern: '/me/library',
  bucket: 'writes',
  run: (call) => {
    const all = allowedIn(call);
    if (!all.every(({ kind, id }) => isThere(call.world, kind, id))) throw notFound();
    return write(call, all, ({ kind, id }) => shelves[kind].put(call.world, call.user, id));
  },
};

/** Of a playlist this is "delete": it leaves the listing and goes on existing. */
export const removeFromLibrary: Route = {
  method: 'DELETE',
  pattern: '/me/library',
  bucket: 'writes',
  run: (call) => write(call, allowedIn(call), ({ kind, id }) => shelves[kind].take(call.user, id)),
};

const readScope = (kind: Kind): string =>
  kind === 'playlist' ? 'playlist-read-private' : kind === 'artist' ? 'user-follow-read' : 'user-library-read';

export const libraryContains: Route = {
  method: 'GET',
  pattern: '/me/library/contains',
  bucket: 'library',
  run(call) {
    const all = namedIn(call);
    for (const { kind } of all) needScope(call, readScope(kind));
    return json(
      200,
      all.map(({ kind, id }) => shelves[kind].has(call.user, id)),
    );
  },
};
