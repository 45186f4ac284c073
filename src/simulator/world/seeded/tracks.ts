import { idFrom } from '../hash.ts';
import type { Album, Track } from '../schema/catalogue.ts';
import { title, versionName } from './names.ts';
import type { Random } from './random.ts';

export type Making = { readonly seed: string; readonly random: Random; readonly tracks: Map<string, Track> };

/** A recording that was never out before. */
function newTrack({ seed, random, tracks }: Making, album: Album, artists: string[], name: string): Track {
  const count = tracks.size;
  return {
    id: idFrom(`${seed} track ${count}`),
    name,
    artists,
    album: album.id,
    isrc: `QZSET${album.releaseDate.slice(2, 4)}${`${count}`.padStart(5, '0')}`,
    durationMs: random.between(95_000, 420_000),
    explicit: random.chance(0.12),
    disc: 1,
    number: album.tracks.length + 1,
    playableIn: random.chance(0.015) ? ['US'] : null,
    relinks: {},
    dead: false,
  };
}

/** The same recording under another id, a few frames longer or shorter as every delivery is. */
function sameAgain({ seed, random, tracks }: Making, album: Album, track: Track): Track {
  return {
    ...track,
    id: idFrom(`${seed} track ${tracks.size}`),
    album: album.id,
    number: album.tracks.length + 1,
    durationMs: track.durationMs + random.between(-900, 900),
    playableIn: null,
    relinks: {},
  };
}

/** Puts one more track on the album: a new song, another version of an old one, its clean twin, or an old recording. */
export function addTrack(making: Making, album: Album, artist: string, own: Track[], guest: string): void {
  const { random, tracks } = making;
  const before = own.length === 0 ? undefined : random.pick(own);
  const last = tracks.get(album.tracks.at(-1) ?? '');
  const artists = random.chance(0.12) && guest !== artist ? [artist, guest] : [artist];
  const track =
    last?.explicit === true && last.album === album.id && random.chance(0.5)
      ? { ...newTrack(making, album, last.artists, last.name), explicit: false, durationMs: last.durationMs }
      : before !== undefined && random.chance(0.12)
        ? sameAgain(making, album, before)
        : before !== undefined && random.chance(0.13)
          ? newTrack(making, album, artists, versionName(random, before.name))
          : newTrack(making, album, artists, title(random));
  tracks.set(track.id, track);
  album.tracks.push(track.id);
  own.push(track);
  // Some old ids are shown under the newer one at home.
  if (before !== undefined && before.isrc === track.isrc && random.chance(0.3)) before.relinks['DE'] = track.id;
}
