import type { AccountName } from '../domain/ids.ts';
import type { Bucket, Closed, Portfolio, Requests } from '../domain/portfolio.ts';
import { noRequests } from '../domain/price.ts';
import type { Times, Used } from '../domain/quota.ts';
import type { Origin } from '../domain/records/origin.ts';
import type { Trigger } from '../domain/records/run.ts';
import type { User } from '../domain/user.ts';
import type { AppRoom } from '../plan/room.ts';
import type { Clock, Files, Git, ReadSpotify, Say, Sent, Slate, WriteSpotify } from '../ports.ts';
import type { Problem } from '../problem/problem.ts';

/** One account of Spotify, signed in when it is first used. */
export type Account = {
  readonly read: ReadSpotify;
  readonly write: WriteSpotify;
  /**
   * Who it is, as Spotify says, which is asked once; throws a `Failure` when the ledger knows another, or when the sign-in
   * does not allow to write.
   */
  readonly whose: () => Promise<User>;
  readonly sent: () => Sent;
  /** When they were sent. */
  readonly times: () => Times;
  /** What can still be sent as any account of the app, within its budget of 24 hours. */
  readonly room: () => Requests;
  /** From which minute so many requests can be sent beside those that are planned now; null where they never can. */
  readonly freeFor: AppRoom['freeFor'];
  /** What there is to say of a bucket that has no room. */
  readonly spent: (bucket: Bucket) => Problem;
  /** Buckets that Spotify closed to the account's app. */
  readonly closed: () => Closed;
  /** By how much our clock was ahead of Spotify's when that was first told, in milliseconds; undefined before. */
  readonly aheadMs: () => number | undefined;
  /** When the person signed in; undefined before the account was used. */
  readonly authorizedAt: () => string | undefined;
  /** What the person agreed to; undefined when Spotify does not say. Signs in where that was not done yet. */
  readonly granted: () => Promise<ReadonlySet<string> | undefined>;
  /** The same; undefined before the account was used. */
  readonly scopes: () => ReadonlySet<string> | undefined;
};
export type Accounts = ReadonlyMap<AccountName, Account>;

/** What can still be sent as each of these accounts. */
export const roomOf =
  (accounts: Accounts) =>
  (account: AccountName): Requests =>
    accounts.get(account)?.room() ?? noRequests;

/** The same by app; one without any of these accounts has none. */
export const roomsOf = ({ apps }: Portfolio, accounts: Accounts): readonly AppRoom[] =>
  apps.map((app) => {
    const [first] = app.accounts.flatMap((name) => accounts.get(name) ?? []);
    return { accounts: app.accounts, room: first?.room() ?? noRequests, freeFor: first?.freeFor ?? (() => null) };
  });

/** What set the run off and who did; nobody does a schedule, and at a terminal it is whom git knows. */
export type Started = { readonly trigger: Trigger; readonly actor: string | null };

export type World = {
  /** As it stands now. */
  readonly text: () => string;
  /** Whether it began as the ledger has it: another run may have committed a later one since it was read. */
  readonly isCurrent: () => Promise<boolean>;
};

/** What every command gets from its shell. */
export type Ports = {
  /** The repository: `playlists/` and `reports/` stand in it. */
  readonly files: Files;
  readonly clock: Clock;
  readonly say: Say;
  /** `used`: what earlier runs leave of quotas. Nothing is read or written as somebody else than `origin` knows. */
  readonly connect: (portfolio: Portfolio, used: ReadonlyMap<AccountName, Used>, origin: Origin | null) => Accounts;
  /** What was sent and no run records. */
  readonly slate: Slate;
  /** Secrets that Spotify replaced during this run and that could not be written back. */
  readonly unkept: () => readonly Problem[];
  /** Somebody said from outside that nothing may be written (`SETLIST_SUSPEND`). */
  readonly suspended: boolean;
  readonly started: Started;
  /** Where rules and ledger are committed. */
  readonly git: Git;
  /** The Spotify that is talked to is the simulator's. */
  readonly simulated: boolean;
  /** The simulator's world, where it lives in the ledger and is committed with it; null elsewhere. */
  readonly world: World | null;
  readonly signal: AbortSignal;
  /** Ends what was opened for these ports. */
  readonly close: () => Promise<void>;
};
