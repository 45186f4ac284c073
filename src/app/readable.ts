import type { AccountName } from '../domain/ids.ts';
import { needKey } from '../domain/need.ts';
import type { Bucket, Portfolio, Requests } from '../domain/portfolio.ts';
import type { Room } from '../gather/budget.ts';
import type { Gathered } from '../gather/gather.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Accounts, roomOf } from './ports.ts';

/** What may be read. */
export type Readable = {
  readonly room: Room;
  /** The budget of a bucket with which a day has room for a list of so many requests, were nothing else read. */
  readonly budgetFor: (account: AccountName, bucket: Bucket, requests: number) => number;
};

/** Everything that there is room for. */
export const allReadable = (accounts: Accounts): Readable => ({
  room: roomOf(accounts),
  budgetFor: (_account, _bucket, requests) => requests,
});

/** Beside what is left for writing: half of the playlists' reads, and one question for each account who it is. */
export function readableBesideWriting(
  { apps }: Pick<Portfolio, 'apps'>,
  accounts: Accounts,
  listed: (account: AccountName) => number,
): Readable {
  const ofApp = (account: AccountName): readonly AccountName[] =>
    apps.find((app) => app.accounts.includes(account))?.accounts.filter((name) => accounts.has(name)) ?? [];
  const halves = new Map([...accounts].map(([name, { room }]) => [name, Math.floor(room().playlist_reads / 2)]));
  // By now nothing else was asked of the library.
  const unasked = new Set([...accounts].flatMap(([name, { sent }]) => (sent().library === 0 ? name : [])));
  return {
    room: (account) => {
      const room = roomOf(accounts)(account);
      return {
        ...room,
        playlist_reads: Math.max(0, room.playlist_reads - (halves.get(account) ?? 0)),
        library: Math.max(0, room.library - ofApp(account).filter((name) => unasked.has(name)).length),
      };
    },
    budgetFor: (account, bucket, requests) => {
      const all = ofApp(account);
      if (bucket === 'library') return requests + all.length;
      if (bucket !== 'playlist_reads') return requests;
      return 2 * requests - 1 + all.reduce((sum, name) => sum + listed(name), 0);
    },
  };
}

/** What there is to say of what found no room. */
export const withoutRoom = (
  short: Gathered['short'],
  accounts: Accounts,
  budget: Requests,
  { room, budgetFor }: Readable,
): readonly Problem[] =>
  short.flatMap(({ account, bucket, need, size }) => {
    const left = room(account)[bucket];
    const list = needKey(need);
    if (size !== undefined && budgetFor(account, bucket, size.least) > budget[bucket]) {
      const needed = budgetFor(account, bucket, size.counted);
      return problem('spotify/list-too-long', {
        ...{ list, bucket, requests: size.counted, needed },
        budget: budget[bucket],
      });
    }
    if (size === undefined || left === 0) return accounts.get(account)?.spent(bucket) ?? [];
    return problem('spotify/list-put-off', { list, bucket, requests: size.least, left });
  });
