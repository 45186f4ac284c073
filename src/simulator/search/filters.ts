import { discographyOf } from '../world/discographies.ts';
import type { Album } from '../world/schema/catalogue.ts';
import type { World } from '../world/world.ts';
import type { Document, Found } from './documents.ts';
import type { Filter, FilterName } from './query.ts';
import { wordsOf } from './words.ts';

/** To what each filter applies. Asked of anything else, it finds nothing [?]. */
const applies: Readonly<Record<FilterName, readonly Found[]>> = {
  album: ['album', 'track'],
  artist: ['album', 'artist', 'track'],
  track: ['track'],
  year: ['album', 'artist', 'track'],
  upc: ['album'],
  isrc: ['track'],
  genre: ['artist', 'track'],
  tag: ['album'],
};

const twoWeeksMs = 14 * 86_400_000;
const hasAll = (there: readonly string[], asked: string): boolean =>
  wordsOf(asked).every((word) => there.includes(word));

export function passes(world: World, kind: Found, document: Document, { name, value }: Filter): boolean {
  if (!applies[name].includes(kind)) return false;
  switch (name) {
    case 'album':
    case 'artist':
      return hasAll(kind === name ? document.name : document[name], value);
    case 'track':
      return hasAll(document.name, value);
    case 'isrc':
      return world.tracks.get(document.id)?.isrc?.toUpperCase() === value.toUpperCase();
    case 'upc':
      return world.albums.get(document.id)?.upc === value;
    case 'genre':
      return document.artistIds.some((id) => world.artists.get(id)?.genres.includes(value.toLowerCase()) ?? false);
    case 'year':
      return albumsOf(world, kind, document).some((album) => isWithin(value, album.releaseDate));
    case 'tag':
      return albumsOf(world, kind, document).some((album) => isTagged(world, value, album));
  }
}

function albumsOf(world: World, kind: Found, { id }: Document): readonly Album[] {
  if (kind === 'artist') return Object.values(discographyOf(world, id)).flat();
  const album = world.albums.get(kind === 'album' ? id : (world.tracks.get(id)?.album ?? ''));
  return album === undefined ? [] : [album];
}

function isWithin(years: string, releaseDate: string): boolean {
  const [first = '', last = first] = years.split('-');
  const year = releaseDate.slice(0, 4);
  return /^\d{4}$/.test(first) && first <= year && year <= last;
}

function isTagged(world: World, tag: string, album: Album): boolean {
  const ageMs = world.nowMs - Date.parse(album.releaseDate);
  return tag === 'new' ? ageMs >= 0 && ageMs <= twoWeeksMs : tag === 'hipster' && album.popularity < 10;
}
