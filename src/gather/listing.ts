import type { ListedPlaylist, Page } from '../ports.ts';
import { isShort, unshortened } from './short.ts';

/** `isWhole`: as many are listed as Spotify counts. A playlist that a listing does not show is gone only then. */
export type ReadListing = { readonly playlists: readonly ListedPlaylist[]; readonly isWhole: boolean };

/** The playlists of an account, as listed: 50 a request. */
export async function readListing(page: (offset: number) => Promise<Page<ListedPlaylist>>): Promise<ReadListing> {
  const playlists: ListedPlaylist[] = [];
  for (let offset = 0; ; ) {
    const read = await unshortened(page, offset);
    playlists.push(...read.rows);
    if (read.next === null) return { playlists, isWhole: !isShort(read, offset) };
    offset = read.next;
  }
}

/** The requests that listing so many playlists takes. */
export const listingRequests = (playlists: number): number => Math.max(1, Math.ceil(playlists / 50));
