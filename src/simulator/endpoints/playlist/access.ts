import { isBase62Id } from '../../../domain/ids.ts';
import type { Call } from '../../http/call.ts';
import { badRequest, forbidden, notFound, refuse } from '../../http/refusal.ts';
import type { Playlist } from '../../world/schema/playlists.ts';

/** The playlist that the address names. Spotify's own do not exist for apps of today. */
export function namedPlaylist({ world, params: [id = ''] }: Call): Playlist {
  if (!isBase62Id(id)) throw badRequest('Invalid base62 id');
  const playlist = world.playlists.get(id);
  if (playlist === undefined || playlist.owner === 'spotify') throw notFound();
  return playlist;
}

export const mayRead = ({ user }: Call, { owner, collaborative, collaborators }: Playlist): boolean =>
  owner === user.id || (collaborative && collaborators.includes(user.id));

export function needScope({ session }: Call, scope: string): void {
  if (!session.scopes.has(scope)) throw refuse(403, 'Insufficient client scope');
}

export function readable(call: Call): Playlist {
  const playlist = namedPlaylist(call);
  if (!mayRead(call, playlist)) throw forbidden();
  needScope(call, 'playlist-read-private');
  if (playlist.collaborative) needScope(call, 'playlist-read-collaborative');
  return playlist;
}

/** Rows may be changed by collaborators too. */
export function writable(call: Call): Playlist {
  const playlist = namedPlaylist(call);
  if (!mayRead(call, playlist)) throw forbidden();
  needModify(call, playlist.public);
  return playlist;
}

/** Details and cover are the owner's. */
export function owned(call: Call): Playlist {
  const playlist = writable(call);
  if (playlist.owner !== call.user.id) throw forbidden();
  return playlist;
}

export const needModify = (call: Call, isPublic: boolean): void =>
  needScope(call, isPublic ? 'playlist-modify-public' : 'playlist-modify-private');
