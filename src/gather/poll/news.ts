import type { AlbumId } from '../../domain/ids.ts';
import type { KnownAlbums } from '../../domain/item.ts';
import type { NeedOf } from '../../domain/need.ts';

type Groups = NeedOf<'discography'>['groups'];

/** Albums on a page of a discography, the most that a new app gets (`spotify-api.md` 6). */
export const pageSize = 10;

/**
 * The furthest place in a known discography at which a new album can turn up, from 0; null where that cannot be said.
 * Spotify tells one group after another, each from its newest (seen, not promised: `spotify-api.md` 6), so that news
 * come to the heads of runs of one type and falling dates. A group of which nothing is known may begin at the end; so
 * may one whose albums do not show that they are of it.
 */
export function lastHead(groups: Groups, found: readonly AlbumId[], albums: KnownAlbums): number | null {
  const listed = found.map((id) => albums.get(id));
  const last = listed.at(-1)?.albumType;
  if (groups.includes('appears_on') || last !== lastTold.find((group) => groups.includes(group))) return null;
  return listed.findLastIndex((one, index) => {
    const before = listed[index - 1];
    return index === 0 || one?.albumType !== before?.albumType || (one?.released ?? '') > (before?.released ?? '');
  });
}

const lastTold = ['compilation', 'single', 'album'] as const;

/** The pages up to a known album behind that place, with one album new. */
export const pagesTo = (head: number): number => 1 + Math.floor((head + 1) / pageSize);
