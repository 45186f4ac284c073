import type { Call } from '../http/call.ts';
import type { Album } from '../world/schema/catalogue.ts';
import { simpleAlbum } from './album.ts';
import { paging } from './paging.ts';
import { simpleTrack, visibleTrack } from './track.ts';

const embeddedTracks = 50;

/** With its first tracks. `genres` is always empty; `label` and `popularity` are for the extended dialect only. */
export const wholeAlbum = (call: Call, album: Album): object => ({
  ...simpleAlbum(call.world, album, call.viewer),
  copyrights: [],
  external_ids: album.upc === null ? {} : { upc: album.upc },
  genres: [],
  tracks: albumTracks({ ...call, query: new URLSearchParams() }, album, 0, embeddedTracks),
  ...(call.viewer.extended ? { label: labelOf(call, album), popularity: album.popularity } : {}),
});

/** Simplified tracks: no ISRC, no album. */
export function albumTracks(call: Call, { id, tracks }: Album, offset: number, limit: number): object {
  const { world, viewer } = call;
  const there = tracks.map((track) => visibleTrack(world, track)).filter((track) => track !== undefined);
  const items = there.slice(offset, offset + limit).map((track) => simpleTrack(world, track, viewer));
  return paging({ ...call, path: `/albums/${id}/tracks` }, { items, offset, limit, total: there.length });
}

/** Everybody here releases on a label of their own. */
const labelOf = ({ world }: Call, { artists: [first = ''] }: Album): string => world.artists.get(first)?.name ?? '';
