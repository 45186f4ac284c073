import type { AccountName } from '../domain/ids.ts';
import type { Closed, Control, Portfolio } from '../domain/portfolio.ts';
import type { Trigger } from '../domain/records/run.ts';
import type { Clock, Files, Git, ReadSpotify, Say, Sent, WriteSpotify } from '../ports.ts';

/** One account of Spotify, signed in when it is first used. */
export type Account = {
  readonly read: ReadSpotify;
  readonly write: WriteSpotify;
  readonly sent: () => Sent;
  /** Buckets that Spotify closed to the account's app. */
  readonly closed: () => Closed;
  /** When the person signed in; undefined before the account was used. */
  readonly authorizedAt: () => string | undefined;
};
export type Accounts = ReadonlyMap<AccountName, Account>;

/** What set the run off and who did; nobody does a schedule, and at a terminal it is whom git knows. */
export type Started = { readonly trigger: Trigger; readonly actor: string | null };

/** What every command gets from its shell. */
export type Ports = {
  /** The repository: `playlists/` and `reports/` stand in it. */
  readonly files: Files;
  readonly clock: Clock;
  readonly say: Say;
  /** `controls` say which buckets earlier runs found closed. */
  readonly connect: (portfolio: Portfolio, controls: ReadonlyMap<AccountName, Control>) => Accounts;
  /** Somebody said from outside that nothing may be written (`SETLIST_SUSPEND`). */
  readonly suspended: boolean;
  readonly started: Started;
  /** Where rules and ledger are committed. */
  readonly git: Git;
  /** The Spotify that is talked to is the simulator's. */
  readonly simulated: boolean;
  /** The simulator's world as it stands now, where it lives in the ledger and is committed with it; null elsewhere. */
  readonly world: (() => string) | null;
  readonly signal: AbortSignal;
  /** Ends what was opened for these ports. */
  readonly close: () => Promise<void>;
};
