import type { AccountName } from '../domain/ids.ts';
import { type Bucket, buckets, type Requests } from '../domain/portfolio.ts';
import type { ReadSpotify } from '../ports.ts';

/** Our own budget of a bucket is used up: what is left waits for another run. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** What is still to be spent of a budget. */
export const leftOf = (budget: Requests, spent: Requests): Requests =>
  // Sound: the entries are the buckets, each once.
  Object.fromEntries(buckets.map((bucket) => [bucket, Math.max(0, budget[bucket] - spent[bucket])])) as Requests;

const bucketByCall: { readonly [call in keyof ReadSpotify]: Bucket } = {
  me: 'library',
  listing: 'playlist_reads',
  playlist: 'playlist_reads',
  rows: 'playlist_reads',
  liked: 'library',
  top: 'library',
  search: 'search',
  followed: 'library',
  discography: 'artist_albums',
  album: 'albums',
  albumTracks: 'albums',
  track: 'tracks',
};

/** The readers, counting each request before it is sent and refusing those beyond the budget. */
export function withinBudget(
  readers: ReadonlyMap<AccountName, ReadSpotify>,
  budget: Requests,
  spent: Record<Bucket, number>,
): ReadonlyMap<AccountName, ReadSpotify> {
  return new Map([...readers].map(([account, read]) => [account, counting(read, budget, spent)]));
}

function counting(read: ReadSpotify, budget: Requests, spent: Record<Bucket, number>): ReadSpotify {
  const entries = Object.entries(read).map(([name, call]) => {
    const bucket = bucketByCall[name as keyof ReadSpotify];
    const counted = (...args: readonly unknown[]) => {
      if (spent[bucket] >= budget[bucket]) throw new BudgetSpent(bucket);
      spent[bucket] += 1;
      return (call as (...given: readonly unknown[]) => unknown)(...args);
    };
    return [name, counted] as const;
  });
  // Sound: the same names, each with the arguments and the result of its own.
  return Object.fromEntries(entries) as unknown as ReadSpotify;
}
