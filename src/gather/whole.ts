import type { PlaylistId } from '../domain/ids.ts';
import type { AlbumsById, ItemsByUri } from '../domain/item.ts';
import type { Actual, Row } from '../domain/playlist.ts';
import type { Page, PlaylistPage, ReadSpotify } from '../ports.ts';

export type Whole =
  | {
      readonly kind: 'whole';
      readonly actual: Actual;
      readonly items: readonly ItemsByUri[];
      readonly albums: readonly AlbumsById[];
    }
  | { readonly kind: 'withheld' }
  /** Each time it was read its pages came to less, or more, than it counts: it went on changing, or an answer was cut. */
  | { readonly kind: 'inconsistent' };

const tries = 3;

/** A playlist with all its rows: its head with the first 100, then pages of 50. Read again when it changes between pages. */
export async function readWhole(read: Pick<ReadSpotify, 'playlist' | 'rows'>, id: PlaylistId): Promise<Whole> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const head = await read.playlist(id);
    if (head.page === null) return { kind: 'withheld' };
    const pages = await restOf(read, id, head.page);
    const rows = pages.flatMap((page) => page.rows);
    if (rows.length !== head.page.total || pages.some(({ total }) => total !== head.page?.total)) continue;
    return {
      kind: 'whole',
      actual: actualOf(head, rows),
      items: pages.map((page) => page.items),
      albums: pages.map((page) => page.albums),
    };
  }
  return { kind: 'inconsistent' };
}

async function restOf(
  read: Pick<ReadSpotify, 'rows'>,
  id: PlaylistId,
  first: Page<Row>,
): Promise<readonly Page<Row>[]> {
  const pages = [first];
  for (let { next } = first; next !== null; ) {
    const page = await read.rows(id, next);
    pages.push(page);
    next = page.next;
  }
  return pages;
}

const actualOf = ({ id, owner, snapshot, details, followers }: PlaylistPage, rows: readonly Row[]): Actual => ({
  id,
  owner,
  snapshot,
  details,
  followers,
  rows,
});
