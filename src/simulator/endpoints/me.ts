import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { displayName, linked } from '../objects/link.ts';
import { paging } from '../objects/paging.ts';
import { listedPlaylist } from '../objects/playlist.ts';
import { idFrom } from '../world/hash.ts';
import type { User } from '../world/schema/people.ts';

/** In the development dialect without `country`, `email`, `product` and the other removed fields. */
export const readMe: Route = {
  method: 'GET',
  pattern: '/me',
  bucket: 'profile',
  run: ({ user, viewer }) =>
    json(200, {
      ...linked('user', user.id),
      account_id: accountIdOf(user),
      display_name: displayName(user),
      images: [],
      ...(viewer.extended ? removedFields(user) : {}),
    }),
};

/** What stays the same for good, whatever becomes of the user's id. */
export const accountIdOf = ({ id }: Pick<User, 'id'>): string => idFrom(`account ${id}`);

const removedFields = ({ id, market, premium }: User): object => ({
  country: market,
  email: `${id}@example.com`,
  explicit_content: { filter_enabled: false, filter_locked: false },
  followers: { href: null, total: 0 },
  product: premium ? 'premium' : 'free',
});

/** Own and followed lists with their snapshot ids. Some entries are null. */
export const readMyPlaylists: Route = {
  method: 'GET',
  pattern: '/me/playlists',
  bucket: 'playlist_reads',
  scopes: ['playlist-read-private'],
  run(call) {
    const limit = limitIn(call.query, 20, 50);
    const offset = offsetIn(call.query);
    const { playlists } = call.user;
    const items = playlists.slice(offset, offset + limit).map((id) => entry(call, id));
    return json(200, paging(call, { items, offset, limit, total: playlists.length }));
  },
};

/** Null stands for what is deleted, for Spotify's own lists, and for shared ones without the scope to see them. */
function entry(call: Call, id: string | null): object | null {
  const playlist = id === null ? undefined : call.world.playlists.get(id);
  if (playlist === undefined || playlist.owner === 'spotify') return null;
  if (playlist.collaborative && !call.session.scopes.has('playlist-read-collaborative')) return null;
  return listedPlaylist(call, playlist);
}
