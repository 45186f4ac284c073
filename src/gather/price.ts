import type { Sizes } from '../domain/facts.ts';
import { type Need, type NeedKind, needKey } from '../domain/need.ts';
import type { Bucket, Requests } from '../domain/portfolio.ts';
import { noRequests } from '../domain/price.ts';

/** The bucket that a need's requests count in. */
export const bucketOf: { readonly [kind in NeedKind]: Bucket } = {
  playlist: 'playlist_reads',
  as_of: 'playlist_reads',
  liked: 'library',
  top: 'library',
  search: 'search',
  followed: 'library',
  discography: 'artist_albums',
  album: 'albums',
  track: 'tracks',
};

/** What a need costs at least; how long lists are is only known once they were begun. */
export const priceOf = (need: Need, sizes: Sizes = {}): Requests => ({
  ...noRequests,
  [bucketOf[need.kind]]: sizes[needKey(need)]?.least ?? leastRequests(need),
});

const leastRequests = (need: Need): number => {
  if (need.kind === 'as_of') return 0;
  if (need.kind === 'search') return Math.ceil(need.most / 10);
  if (need.kind === 'liked' && need.most !== null) return Math.ceil(need.most / 50);
  return 1;
};
