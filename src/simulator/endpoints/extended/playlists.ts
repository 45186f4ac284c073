import type { Call, Route } from '../../http/call.ts';
import { empty, json } from '../../http/incoming.ts';
import { forbidden, notFound } from '../../http/refusal.ts';
import { shelves } from '../../library/shelves.ts';
import { displayName, linked } from '../../objects/link.ts';
import { readMyPlaylists } from '../me.ts';
import { namedPlaylist, needModify } from '../playlist/access.ts';
import { addItems } from '../playlist/add.ts';
import { createOwn } from '../playlist/details.ts';
import { putItems } from '../playlist/put.ts';
import { readItemsUpTo } from '../playlist/read.ts';
import { removeNamed } from '../playlist/remove.ts';

const own = (call: Call): void => {
  if (call.params[0] !== call.user.id) throw forbidden();
};

const tracks = '/playlists/:/tracks';

/** The playlists' old addresses, which apps with extended quota keep. */
export const oldPlaylists: readonly Route[] = [
  { ...addItems, pattern: tracks, removed: true },
  { ...putItems, pattern: tracks, removed: true },
  { method: 'GET', pattern: tracks, bucket: 'playlist_reads', removed: true, run: readItemsUpTo(100) },
  { method: 'DELETE', pattern: tracks, bucket: 'writes', removed: true, run: removeNamed('tracks') },
  {
    ...createOwn,
    pattern: '/users/:/playlists',
    removed: true,
    run(call) {
      own(call);
      return createOwn.run(call);
    },
  },
  {
    ...readMyPlaylists,
    pattern: '/users/:/playlists',
    removed: true,
    run(call) {
      own(call);
      return readMyPlaylists.run(call);
    },
  },
  {
    method: 'GET',
    pattern: '/users/:',
    bucket: 'profile',
    removed: true,
    run({ world, params: [id = ''] }) {
      const user = world.users.get(id);
      if (user === undefined) throw notFound();
      return json(200, {
        ...linked('user', id),
        display_name: displayName(user),
        followers: { href: null, total: 0 },
        images: [],
      });
    },
  },
  { method: 'PUT', pattern: '/playlists/:/followers', bucket: 'writes', removed: true, run: follow('put') },
  { method: 'DELETE', pattern: '/playlists/:/followers', bucket: 'writes', removed: true, run: follow('take') },
  {
    method: 'GET',
    pattern: '/playlists/:/followers/contains',
    bucket: 'library',
    removed: true,
    run: (call) => json(200, [shelves.playlist.has(call.user, namedPlaylist(call).id)]),
  },
];

function follow(way: 'put' | 'take') {
  return (call: Call) => {
    const playlist = namedPlaylist(call);
    needModify(call, playlist.public);
    const { world, user } = call;
    const { put, take } = shelves.playlist;
    if (way === 'put' ? put(world, user, playlist.id) : take(user, playlist.id)) call.logged.effect = true;
    return empty(200);
  };
}
