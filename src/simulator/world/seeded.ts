import { idFrom } from './hash.ts';
import { makeAlbums } from './seeded/albums.ts';
import { makeHappenings } from './seeded/happenings.ts';
import { artistName } from './seeded/names.ts';
import { makeOwner, seededClientId } from './seeded/owner.ts';
import { makePlaylists } from './seeded/playlists.ts';
import { randomOf } from './seeded/random.ts';
import { genres } from './seeded/words.ts';
import { decodeApp, decodeWorld, type World } from './world.ts';

export { seededClientId, seededRefreshToken } from './seeded/owner.ts';

export type Size = {
  readonly artists: number;
  readonly albums: number;
  readonly tracks: number;
  /** How often the owner changes a list by hand, at whim; null for never. */
  readonly handEditEveryHours: number | null;
};

const usual: Size = { artists: 60, albums: 400, tracks: 2500, handEditEveryHours: 96 };

/** A whole plausible Spotify made of a seed: the same seed and size give the same bytes. */
export function seededWorld(seed: number | string, size: Partial<Size> = {}): World {
  const sizes = { ...usual, ...size };
  const world = decodeWorld({ seed: `${seed}`, settings: { signsIn: 'owner' } });
  const random = randomOf(`world ${seed}`);
  for (let at = 0; at < sizes.artists; at++) {
    const id = idFrom(`${seed} artist ${at}`);
    world.artists.set(id, { id, name: artistName(random, at), genres: random.some(genres, random.between(0, 3)) });
  }
  const { albums, tracks } = makeAlbums(world.seed, random, world.nowMs, [...world.artists.values()], sizes);
  world.albums = albums;
  world.tracks = tracks;
  makeShow(world);
  world.apps.set(seededClientId, decodeApp({ id: seededClientId, redirectUris: ['http://127.0.0.1/callback'] }));
  makeOwner(world, random);
  makePlaylists(world, random);
  world.happenings = makeHappenings(world, random, sizes.handEditEveryHours);
  return world;
}

function makeShow(world: World): void {
  const show = idFrom(`${world.seed} show`);
  const episodes = Array.from({ length: 30 }, (_, at) => idFrom(`${world.seed} episode ${at}`));
  world.shows.set(show, { id: show, name: 'Liner Notes', episodes });
  for (const [at, id] of episodes.entries()) {
    const releaseDate = new Date(world.nowMs - at * 7 * 86_400_000).toISOString().slice(0, 10);
    world.episodes.set(id, {
      id,
      name: `Episode ${30 - at}`,
      show,
      durationMs: 1_800_000 + at * 1000,
      releaseDate,
      explicit: false,
      dead: false,
    });
  }
}
