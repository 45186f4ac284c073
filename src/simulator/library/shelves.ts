import { visibleEpisode } from '../objects/episode.ts';
import { visibleTrack } from '../objects/track.ts';
import { instant } from '../world/edit.ts';
import type { User } from '../world/schema/people.ts';
import type { World } from '../world/world.ts';

export type Kind = 'track' | 'album' | 'episode' | 'show' | 'artist' | 'playlist';

/** One part of a user's library. `put` and `take` say whether anything changed. */
type Shelf = {
  put(world: World, user: User, id: string): boolean;
  take(user: User, id: string): boolean;
  has(user: User, id: string): boolean;
};

type SavedPart = 'savedTracks' | 'savedAlbums' | 'savedEpisodes' | 'savedShows';

const saved = (part: SavedPart): Shelf => ({
  put(world, user, id) {
    if (this.has(user, id)) return false;
    user[part].unshift({ id, addedAt: instant(world.nowMs) });
    return true;
  },
  take(user, id) {
    const at = user[part].findIndex((entry) => entry.id === id);
    if (at >= 0) user[part].splice(at, 1);
    return at >= 0;
  },
  has: (user, id) => user[part].some((entry) => entry.id === id),
});

const listed = (part: 'followedArtists' | 'playlists'): Shelf => ({
  put(_, user, id) {
    if (user[part].includes(id)) return false;
    user[part].unshift(id);
    return true;
  },
  take(user, id) {
    const at = user[part].indexOf(id);
    if (at >= 0) user[part].splice(at, 1);
    return at >= 0;
  },
  has: (user, id) => user[part].includes(id),
});

export const shelves: Readonly<Record<Kind, Shelf>> = {
  track: saved('savedTracks'),
  album: saved('savedAlbums'),
  episode: saved('savedEpisodes'),
  show: saved('savedShows'),
  artist: listed('followedArtists'),
  playlist: listed('playlists'),
};

/** Whether there is something of that id that can be put onto its shelf. */
export function isThere(world: World, kind: Kind, id: string): boolean {
  switch (kind) {
    case 'track':
      return visibleTrack(world, id) !== undefined;
    case 'album':
      return world.albums.get(id)?.unreleased === false;
    case 'episode':
      return visibleEpisode(world, id) !== undefined;
    case 'playlist':
      return (world.playlists.get(id)?.owner ?? 'spotify') !== 'spotify';
    case 'show':
    case 'artist':
      return world[`${kind}s`].has(id);
  }
}
