import { instant } from '../edit.ts';
import type { Happening } from '../schema/happenings.ts';
import type { World } from '../world.ts';
import type { Random } from './random.ts';

const hourMs = 3_600_000;

/** What the coming nights bring: releases, followers that move, an owner with whims, tracks that go or change ids. */
export function makeHappenings(world: World, random: Random, handEditEveryHours: number | null): Happening[] {
  const releases = [...world.albums.values()]
    .filter(({ unreleased }) => unreleased)
    .map(({ id, releaseDate }): Happening => ({ kind: 'release', at: `${releaseDate}T00:00:00Z`, album: id }));
  const inHours = (hours: number): string => instant(world.nowMs + hours * hourMs);
  const followers = [...world.playlists.keys()].map(
    (playlist): Happening => ({
      kind: 'followers',
      at: inHours(20),
      playlist,
      most: random.between(1, 12),
      everyHours: 24,
    }),
  );
  const fading = random.some([...world.tracks.keys()], Math.ceil(world.tracks.size * 0.03)).map(
    (track, at): Happening => ({
      kind: 'unavailable',
      at: inHours(30 + at * 47 + random.between(0, 9)),
      track,
      how: random.chance(0.6) ? 'dead' : 'market',
    }),
  );
  // In the afternoon and every few days, so that no edit falls into a nightly run.
  const whims: Happening[] =
    handEditEveryHours === null
      ? []
      : [{ kind: 'whim', at: inHours(13), user: 'owner', everyHours: handEditEveryHours }];
  return [...releases, ...followers, ...fading, ...whims];
}
