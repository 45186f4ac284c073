import type { Size } from '../domain/facts.ts';
import type { AccountName } from '../domain/ids.ts';
import type { Bucket, Requests } from '../domain/portfolio.ts';
import { readsOf } from '../domain/price.ts';
import type { ReadSpotify } from '../ports.ts';

/** There is no room left in a bucket: what needs it waits for another run. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
  readonly bucket: Bucket;
  /** Of a list that there was no room for. */
  readonly size: Size | undefined;

  constructor(bucket: Bucket, size?: Size) {
    super(bucket);
    this.bucket = bucket;
    this.size = size;
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

/** Reading as one account, within the room that there is for it. */
export type Bounded = {
  readonly read: ReadSpotify;
  /**
   * Throws `BudgetSpent` where a list does not fit of which so many requests were sent. Half a list is no list: what would
   * be sent for it now would be sent again on another night.
   */
  readonly mustFit: (bucket: Bucket, size: Size, sent: number) => void;
};

/** The readers, refusing what there is no room for: a request beyond it, and a list whose rest does not fit into it. */
export const withinRoom = (
  readers: ReadonlyMap<AccountName, ReadSpotify>,
  room: Room,
): ReadonlyMap<AccountName, Bounded> =>
  new Map([...readers].map(([account, read]) => [account, bounded(read, () => room(account))]));

function bounded(read: ReadSpotify, room: () => Requests): Bounded {
  const mustFit: Bounded['mustFit'] = (bucket, size, sent) => {
    if (room()[bucket] < size.least - sent) throw new BudgetSpent(bucket, size);
  };
  const entries = Object.entries(read).map(([name, call]) => {
    const bucket = bucketByCall[name as keyof ReadSpotify];
    const asked = (...args: readonly unknown[]) => {
      if (room()[bucket] < 1) throw new BudgetSpent(bucket);
      return (call as (...given: readonly unknown[]) => unknown)(...args);
    };
    return [name, asked] as const;
  });
  // Sound: the same names, each with the arguments and the result of its own.
  const all = Object.fromEntries(entries) as unknown as ReadSpotify;
  const playlist: ReadSpotify['playlist'] = async (id) => {
    const head = await all.playlist(id);
    if (head.page !== null) mustFit('playlist_reads', exactly(readsOf(head.page.total)), 1);
    return head;
  };
  return { read: { ...all, playlist }, mustFit };
}

/** The size of a list whose count can be relied on. */
export const exactly = (requests: number): Size => ({ least: requests, counted: requests });
