import { hash } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { linked } from './link.ts';
import type { Viewer } from './viewer.ts';

export const simpleArtist = (world: World, id: string): object => ({
  ...linked('artist', id),
  name: world.artists.get(id)?.name ?? '',
});

/** Followers and popularity are removed; `genres` is deprecated, and here half of the artists lack it. */
export function fullArtist(world: World, id: string, { extended }: Viewer): object {
  const genres = world.artists.get(id)?.genres ?? [];
  if (extended) {
    const followers = { href: null, total: hash(id) % 1_000_000 };
    return { ...simpleArtist(world, id), followers, genres, images: [], popularity: hash(id) % 101 };
  }
  return { ...simpleArtist(world, id), ...(hash(id) % 2 === 0 ? { genres } : {}), images: [] };
}
