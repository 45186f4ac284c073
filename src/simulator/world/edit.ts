import { hash, idFrom } from './hash.ts';
import type { Playlist } from './schema/playlists.ts';
import { touch } from './snapshot.ts';
import { decodePlaylist, type World } from './world.ts';

/** A moment as Spotify writes it, to the second. */
export const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Marks a playlist as changed now, so that its snapshot id moves on. */
export const changed = (world: World, playlist: Playlist): void =>
  touch(playlist, world.nowMs, world.settings.snapshotLagSeconds);

/** Puts a playlist into the world and on top of its owner's listing. */
export function addPlaylist(world: World, playlist: Playlist): Playlist {
  world.playlists.set(playlist.id, playlist);
  world.users.get(playlist.owner)?.playlists.unshift(playlist.id);
  return playlist;
}

export type Wish = { name: string; description: string | undefined; public: boolean; collaborative: boolean };

/** A new playlist as Spotify makes it of a wish: `public` may not come out as asked, a missing description may be "null". */
export function createPlaylist(world: World, owner: string, wish: Wish): Playlist {
  const id = idFrom(`${world.seed} created playlist ${world.playlists.size} by ${owner}`);
  const dice = hash(id);
  const { publicSticks } = world.settings;
  const stuck = publicSticks === 'always' || (publicSticks === 'some' && dice % 3 === 0);
  const playlist = decodePlaylist({
    id,
    owner,
    name: wish.name,
    description: wish.description ?? (dice % 2 === 0 ? 'null' : null),
    public: stuck || wish.public,
    publicIsStuck: stuck,
    collaborative: wish.collaborative,
  });
  return addPlaylist(world, playlist);
}
