import type { Call, Route } from '../http/call.ts';
import { json } from '../http/incoming.ts';
import { limitIn, offsetIn } from '../http/query.ts';
import { badRequest } from '../http/refusal.ts';
import { simpleAlbum } from '../objects/album.ts';
import { fullArtist } from '../objects/artist.ts';
import { paging } from '../objects/paging.ts';
import { discographyOf, type Group, groups } from '../world/discographies.ts';
import { hash } from '../world/hash.ts';
import { named } from './catalogue-id.ts';

export const readArtist: Route = {
  method: 'GET',
  pattern: '/artists/:',
  bucket: 'artists',
  run: (call) => json(200, fullArtist(call.world, named(call, (id) => call.world.artists.get(id)).id, call.viewer)),
};

/** Newest first within a group, one group after another. */
export const readArtistAlbums: Route = {
  method: 'GET',
  pattern: '/artists/:/albums',
  bucket: 'artist_albums',
  run(call) {
    const { id } = named(call, (name) => call.world.artists.get(name));
    const extended = call.app.dialect === 'extended';
    const limit = extended ? limitIn(call.query, 20, 50) : limitIn(call.query, 5, 10);
    const offset = offsetIn(call.query);
    const asked = groupsIn(call.query);
    const byGroup = discographyOf(call.world, id);
    const found = (asked ?? groups).flatMap((group) =>
      byGroup[group].filter(({ unreleased }) => !unreleased).map((album) => ({ album, group })),
    );
    const items = found.slice(offset, offset + limit).map(({ album, group }) => ({
      ...simpleAlbum(call.world, album, call.viewer),
      // Removed from what other apps see.
      ...(extended ? { album_group: group } : {}),
    }));
    const total = asked === undefined ? found.length : toldTotal(call, id, found.length);
    return json(200, paging(call, { items, offset, limit, total }));
  },
};

function groupsIn(query: URLSearchParams): readonly Group[] | undefined {
  const text = query.get('include_groups');
  if (text === null || text === '') return undefined;
  const asked = text.split(',');
  const wrong = asked.find((group) => !(groups as readonly string[]).includes(group));
  if (wrong !== undefined) throw badRequest('Invalid include_groups');
  return groups.filter((group) => asked.includes(group));
}

/**
 * With `include_groups`, `total` and so `next` are not to be relied on: some artists claim what all groups hold, so that
 * pages go on after the end, and some forget the last one of the groups asked for. A short page is the only true end.
 */
function toldTotal({ world }: Call, artist: string, found: number): number {
  const byGroup = discographyOf(world, artist);
  const all = groups.reduce((sum, group) => sum + byGroup[group].length, 0);
  return hash(artist) % 3 === 0 ? Math.max(0, found - 1) : all;
}
