import type { AccountName } from '../domain/ids.ts';
import type { Bucket, Requests } from '../domain/portfolio.ts';
import { readsOf } from '../domain/price.ts';
import type { ReadSpotify } from '../ports.ts';

/** There is no room left in a bucket: what needs it waits for another run. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
  readonly bucket: Bucket;

  constructor(bucket: Bucket) {
    super(bucket);
    this.bucket = bucket;
  }
}

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

/** What can still be read as an account, at the moment of asking. */
export type Room = (account: AccountName) => Requests;

/** The readers, refusing what there is no room for: a request beyond it, and a list whose rest does not fit into it. */
export const withinRoom = (
  readers: ReadonlyMap<AccountName, ReadSpotify>,
  room: Room,
): ReadonlyMap<AccountName, ReadSpotify> =>
  new Map([...readers].map(([account, read]) => [account, guarded(read, () => room(account))]));

function guarded(read: ReadSpotify, room: () => Requests): ReadSpotify {
  const must = (bucket: Bucket, requests: number): void => {
    if (room()[bucket] < requests) throw new BudgetSpent(bucket);
  };
  const entries = Object.entries(read).map(([name, call]) => {
    const bucket = bucketByCall[name as keyof ReadSpotify];
    const asked = (...args: readonly unknown[]) => {
      must(bucket, 1);
      return (call as (...given: readonly unknown[]) => unknown)(...args);
    };
    return [name, asked] as const;
  });
  // Sound: the same names, each with the arguments and the result of its own.
  const all = Object.fromEntries(entries) as unknown as ReadSpotify;
  return {
    ...all,
    playlist: async (id) => {
      const head = await all.playlist(id);
      // Half a list is no list: what has been sent for it then would be sent again on another night.
      must('playlist_reads', head.page === null ? 0 : readsOf(head.page.total) - 1);
      return head;
    },
  };
}
