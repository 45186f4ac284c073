import { idFrom } from '../hash.ts';
import type { Album, Artist, Track } from '../schema/catalogue.ts';
import { albumName } from './names.ts';
import type { Random } from './random.ts';
import { addTrack, type Making } from './tracks.ts';

const dayMs = 86_400_000;
const date = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Mostly Fridays; a quarter of a year to come, much of the last two years, and a long tail back to the eighties. */
function releaseMs(random: Random, nowMs: number, index: number): number {
  const spans = [
    [1, 120],
    [-75, 0],
    [-720, 0],
    [-15_000, 0],
    [-15_000, 0],
  ] as const;
  const [first, last] = spans[index % spans.length] ?? spans[0];
  const days = random.between(first, last);
  const ms = nowMs + days * dayMs;
  const untilFriday = (12 - new Date(ms).getUTCDay()) % 7;
  return random.chance(0.8) ? ms + (days < 0 ? untilFriday - 7 : untilFriday) * dayMs : ms;
}

function newAlbum(seed: string, random: Random, nowMs: number, index: number, artist: string): Album {
  const ms = releaseMs(random, nowMs, index);
  const old = ms < Date.UTC(2000, 0);
  const precision = old && random.chance(0.4) ? (random.chance(0.7) ? 'year' : 'month') : 'day';
  return {
    id: idFrom(`${seed} album ${index}`),
    name: albumName(random),
    kind: index % 19 === 7 ? 'compilation' : random.chance(0.5) ? 'single' : 'album',
    releaseDate: date(ms).slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10),
    precision,
    artists: [artist],
    tracks: [],
    upc: `${880_000_000_000 + index}`,
    popularity: random.between(0, 100),
    unreleased: date(ms) > date(nowMs),
  };
}

export type Catalogue = { readonly albums: Map<string, Album>; readonly tracks: Map<string, Track> };

/** Albums of all artists in turn, until there are enough tracks on them. */
export function makeAlbums(
  seed: string,
  random: Random,
  nowMs: number,
  artists: readonly Artist[],
  sizes: { albums: number; tracks: number },
): Catalogue {
  const making: Making = { seed, random, tracks: new Map() };
  const albums = new Map<string, Album>();
  const ownByArtist = new Map<string, Track[]>();
  for (let index = 0; index < sizes.albums; index++) {
    const artist = random.pick(artists).id;
    const album = newAlbum(seed, random, nowMs, index, artist);
    albums.set(album.id, album);
    const left = (sizes.tracks - making.tracks.size) / (sizes.albums - index);
    const count = Math.max(
      1,
      Math.round(album.kind === 'single' ? random.between(1, 4) : left * 1.6 + random.between(-3, 3)),
    );
    for (let number = 0; number < count && making.tracks.size < sizes.tracks; number++) {
      const by = album.kind === 'compilation' ? random.pick(artists).id : artist;
      const own = ownByArtist.get(by) ?? [];
      ownByArtist.set(by, own);
      addTrack(making, album, by, own, random.pick(artists).id);
    }
  }
  return { albums, tracks: making.tracks };
}
