import type { AccountName, PlaylistId } from '../../domain/ids.ts';
import type { ListedPlaylist, ReadSpotify, Say } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import type { Problem } from '../../problem/problem.ts';

/** What an account's listing shows tonight, whole. */
export type Listing = ReadonlyMap<PlaylistId, ListedPlaylist>;

export type Survey = {
  readonly listings: ReadonlyMap<AccountName, Listing>;
  /** Why an account's listing is missing; nothing of it is touched tonight. */
  readonly problems: readonly Problem[];
};

/** Reads the listings of these accounts: one request for 50 playlists says which of them changed. */
export async function survey(
  readers: ReadonlyMap<AccountName, ReadSpotify>,
  say: Say,
  signal: AbortSignal,
): Promise<Survey> {
  const listings = new Map<AccountName, Listing>();
  const problems: Problem[] = [];
  for (const [account, read] of readers) {
    say(`listing the playlists of ${account}`);
    try {
      listings.set(account, await listingOf(read, signal));
    } catch (error) {
      if (signal.aborted && !(error instanceof Failure)) break;
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  }
  return { listings, problems };
}

async function listingOf(read: ReadSpotify, signal: AbortSignal): Promise<Listing> {
  const found = new Map<PlaylistId, ListedPlaylist>();
  for (let offset: number | null = 0; offset !== null; ) {
    signal.throwIfAborted();
    const page: Awaited<ReturnType<ReadSpotify['listing']>> = await read.listing(offset);
    for (const row of page.rows) found.set(row.id, row);
    offset = page.next;
  }
  return found;
}
