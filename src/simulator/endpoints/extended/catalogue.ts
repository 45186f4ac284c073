import { isBase62Id } from '../../../domain/ids.ts';
import type { Call, Route } from '../../http/call.ts';
import { json } from '../../http/incoming.ts';
import { limitIn, offsetIn } from '../../http/query.ts';
import { badRequest } from '../../http/refusal.ts';
import { simpleAlbum } from '../../objects/album.ts';
import { fullArtist } from '../../objects/artist.ts';
import { paging } from '../../objects/paging.ts';
import { fullTrack, visibleTrack } from '../../objects/track.ts';
import { wholeAlbum } from '../../objects/whole-album.ts';
import { discographyOf } from '../../world/discographies.ts';
import { named } from '../catalogue-id.ts';

function idsIn({ query }: Call, most: number): readonly string[] {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0 || !ids.every(isBase62Id)) throw badRequest('invalid id');
  if (ids.length > most) throw badRequest('Too many ids requested');
  return ids;
}

const track = ({ world, viewer }: Call, id: string): object | null => {
  const found = visibleTrack(world, id);
  return found === undefined ? null : fullTrack(world, found, viewer);
};

const album = (call: Call, id: string): object | null => {
  const found = call.world.albums.get(id);
  return found === undefined || found.unreleased ? null : wholeAlbum(call, found);
};

const batch = (key: string, most: number, show: (call: Call, id: string) => object | null): Route => ({
  method: 'GET',
  pattern: `/${key}`,
  bucket: key === 'tracks' ? 'tracks' : 'albums',
  removed: true,
  run: (call) => json(200, { [key]: idsIn(call, most).map((id) => show(call, id)) }),
});

/** Many at once, and what an artist is known for; null stands for what is not there. */
export const oldCatalogue: readonly Route[] = [
  batch('tracks', 50, track),
  batch('albums', 20, album),
  batch('artists', 50, (call, id) => (call.world.artists.has(id) ? fullArtist(call.world, id, call.viewer) : null)),
  {
    method: 'GET',
    pattern: '/artists/:/top-tracks',
    bucket: 'artists',
    removed: true,
    run(call) {
      const { id } = named(call, (artist) => call.world.artists.get(artist));
      const albums = Object.values(discographyOf(call.world, id)).flat();
      const own = albums.flatMap(({ tracks }) => tracks).filter((one) => call.world.tracks.get(one)?.artists[0] === id);
      const shown = own.map((one) => track(call, one)).filter((one) => one !== null);
      return json(200, { tracks: shown.slice(0, 10) });
    },
  },
  {
    method: 'GET',
    pattern: '/browse/new-releases',
    bucket: 'albums',
    removed: true,
    run(call) {
      const limit = limitIn(call.query, 20, 50);
      const offset = offsetIn(call.query);
      const out = [...call.world.albums.values()].filter(({ unreleased }) => !unreleased);
      const newest = out.sort((one, other) => (one.releaseDate < other.releaseDate ? 1 : -1)).slice(0, 100);
      const items = newest.slice(offset, offset + limit).map((one) => simpleAlbum(call.world, one, call.viewer));
      return json(200, { albums: paging(call, { items, offset, limit, total: newest.length }) });
    },
  },
  {
    method: 'GET',
    pattern: '/markets',
    bucket: 'profile',
    removed: true,
    run: () => json(200, { markets: ['DE', 'US'] }),
  },
];
