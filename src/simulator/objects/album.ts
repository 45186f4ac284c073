import type { Album } from '../world/schema/catalogue.ts';
import type { World } from '../world/world.ts';
import { simpleArtist } from './artist.ts';
import { linked } from './link.ts';
import type { Viewer } from './viewer.ts';

/** `available_markets` is for the extended dialect only. */
export const simpleAlbum = (world: World, album: Album, { market, extended }: Viewer): object => ({
  ...linked('album', album.id),
  album_type: album.kind,
  artists: album.artists.map((id) => simpleArtist(world, id)),
  images: [],
  name: album.name,
  release_date: album.releaseDate,
  release_date_precision: album.precision,
  total_tracks: album.tracks.length,
  ...(extended ? { available_markets: [market] } : {}),
});
