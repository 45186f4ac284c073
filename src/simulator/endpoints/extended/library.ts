import { isBase62Id } from '../../../domain/ids.ts';
import { jsonOf } from '../../http/body.ts';
import type { Call, Route } from '../../http/call.ts';
import { empty, json, type Outgoing } from '../../http/incoming.ts';
import { badRequest } from '../../http/refusal.ts';
import { type Kind, shelves } from '../../library/shelves.ts';

/** Bare ids, at most 50: in the query, or in the body, there as a list or as the list under `ids`. */
function idsIn(call: Call): readonly string[] {
  const inQuery = call.query.get('ids');
  const ids: unknown = inQuery === null ? listIn(jsonOf(call)) : inQuery.split(',');
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('Missing required field: ids');
  if (ids.length > 50) throw badRequest('Too many ids requested');
  if (!ids.every((id) => typeof id === 'string' && isBase62Id(id))) throw badRequest('invalid id');
  return ids as readonly string[];
}

/** Whom one can follow has to be said; of users there is nothing here. */
function checkType({ query }: Call, kind: Kind): void {
  if (kind === 'artist' && query.get('type') !== 'artist') throw badRequest('Missing or invalid type');
}

const listIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'ids' in body ? body.ids : body;

function write(kind: Kind, way: 'put' | 'take') {
  return (call: Call): Outgoing => {
    checkType(call, kind);
    const { world, user } = call;
    const changed = idsIn(call).map((id) =>
      way === 'put' ? shelves[kind].put(world, user, id) : shelves[kind].take(user, id),
    );
    if (changed.includes(true)) call.logged.effect = true;
    // Of artists, it says no more than that there is nothing to say.
    return empty(kind === 'artist' ? 204 : 200);
  };
}

function routesOf(pattern: string, kind: Kind, scope: string): Route[] {
  const scopes = [`${scope}-modify`];
  return [
    { method: 'PUT', pattern, bucket: 'writes', scopes, removed: true, run: write(kind, 'put') },
    { method: 'DELETE', pattern, bucket: 'writes', scopes, removed: true, run: write(kind, 'take') },
    {
      method: 'GET',
      pattern: `${pattern}/contains`,
      bucket: 'library',
      scopes: [`${scope}-read`],
      removed: true,
      run(call) {
        checkType(call, kind);
        const there = idsIn(call).map((id) => shelves[kind].has(call.user, id));
        return json(200, there);
      },
    },
  ];
}

/** The library by kind, as it was before `/me/library`. */
export const oldLibrary: readonly Route[] = [
  ...routesOf('/me/tracks', 'track', 'user-library'),
  ...routesOf('/me/albums', 'album', 'user-library'),
  ...routesOf('/me/episodes', 'episode', 'user-library'),
  ...routesOf('/me/shows', 'show', 'user-library'),
  ...routesOf('/me/following', 'artist', 'user-follow'),
];
