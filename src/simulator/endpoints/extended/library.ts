import { isBase62Id } from '../../../domain/ids.ts';
import { bodyOf } from '../../http/body.ts';
import type { Call, Route } from '../../http/call.ts';
import { empty, json, type Outgoing } from '../../http/incoming.ts';
import { badRequest } from '../../http/refusal.ts';
import { type Kind, shelves } from '../../library/shelves.ts';

/** Bare ids, in the query or in the body, at most 50. */
function idsIn(call: Call): readonly string[] {
  const inQuery = call.query.get('ids');
  const ids: unknown = inQuery === null ? bodyOf(call)['ids'] : inQuery.split(',');
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('Missing required field: ids');
  if (ids.length > 50) throw badRequest('Too many ids requested');
  if (!ids.every((id) => typeof id === 'string' && isBase62Id(id))) throw badRequest('invalid id');
  return ids as readonly string[];
}

function write(kind: Kind, way: 'put' | 'take') {
  return (call: Call): Outgoing => {
    const { world, user } = call;
    const changed = idsIn(call).map((id) =>
      way === 'put' ? shelves[kind].put(world, user, id) : shelves[kind].take(user, id),
    );
    if (changed.includes(true)) call.logged.effect = true;
    return empty(200);
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
      run: (call) =>
        json(
          200,
          idsIn(call).map((id) => shelves[kind].has(call.user, id)),
        ),
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
