import type { Album } from './schema/catalogue.ts';
import type { World } from './world.ts';

export const groups = ['album', 'single', 'appears_on', 'compilation'] as const;
export type Group = (typeof groups)[number];
export type Discography = Readonly<Record<Group, readonly Album[]>>;

type Kept = { readonly size: number; readonly byArtist: ReadonlyMap<string, Discography> };
const kept = new WeakMap<ReadonlyMap<string, Album>, Kept>();
const none: Discography = { album: [], single: [], appears_on: [], compilation: [] };

/** An artist's albums by group, newest first in each, unreleased ones included. Gathered once for a world. */
export function discographyOf(world: World, artist: string): Discography {
  const known = kept.get(world.albums);
  const current = known?.size === world.albums.size ? known : gather(world);
  kept.set(world.albums, current);
  return current.byArtist.get(artist) ?? none;
}

function gather(world: World): Kept {
  const byArtist = new Map<string, Record<Group, Album[]>>();
  const put = (artist: string, group: Group, album: Album): void => {
    const found = byArtist.get(artist) ?? { album: [], single: [], appears_on: [], compilation: [] };
    byArtist.set(artist, found);
    found[group].push(album);
  };
  for (const album of [...world.albums.values()].sort(newestFirst)) {
    for (const artist of album.artists) put(artist, album.kind, album);
    const guests = new Set(album.tracks.flatMap((id) => world.tracks.get(id)?.artists ?? []));
    for (const guest of guests) if (!album.artists.includes(guest)) put(guest, 'appears_on', album);
  }
  return { size: world.albums.size, byArtist };
}

const newestFirst = (one: Album, other: Album): number =>
  one.releaseDate === other.releaseDate ? (one.id < other.id ? -1 : 1) : one.releaseDate < other.releaseDate ? 1 : -1;
