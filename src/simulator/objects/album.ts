import type { Album } from '../world/schema/catalogue.ts';
import type { World } from '../world/world.ts';
import { simpleArtist } from './artist.ts';
import { linked } from './link.ts';

/** Without `album_group` and `available_markets`, which are removed. */
export const simpleAlbum = (world: World, album: Album): object => ({
  ...linked('album', album.id),
  album_type: album.kind,
  artists: album.artists.map((id) => simpleArtist(world, id)),
  images: [],
  name: album.name,
  release_date: album.releaseDate,
  release_date_precision: album.precision,
  total_tracks: album.tracks.length,
});
