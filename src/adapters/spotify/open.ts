import type { AccountName } from '../../domain/ids.ts';
import type { Bucket, Closed, Requests } from '../../domain/portfolio.ts';
import type { Times } from '../../domain/quota.ts';
import type { User } from '../../domain/user.ts';
import { Agent } from '../../http/request.ts';
import type { Clock, ReadSpotify, Sent, WriteSpotify } from '../../ports.ts';
import type { Problem } from '../../problem/problem.ts';
import { Client } from './client.ts';
import type { Gate } from './gate.ts';
import type { Pace } from './pace.ts';
import { readSpotify } from './read.ts';
import type { Secret } from './secret.ts';
import { Session } from './session.ts';
import { Whose } from './whose.ts';
import { writeSpotify } from './write.ts';

export type Opening = {
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly app: string;
  readonly clientId: string;
  readonly account: AccountName;
  /** Whom the ledger knows by that name: nothing but "who is it" is sent as somebody else. */
  readonly recorded?: User | undefined;
  /** Called when the account is first used; throws a `Failure` when there is no secret or it is no good. */
  readonly secret: () => Secret;
  /** Told of a secret that takes its place, and when its access token ends, before anything is sent with it. */
  readonly keep?: (secret: Secret, untilMs: number) => Promise<void>;
  /** What no message may hold, shared by all that sign in here; added to. */
  readonly secrets?: Set<string>;
  readonly clock: Clock;
  /** Shared by all accounts of one app, as the gate is. */
  readonly pace: Pace;
  readonly gate: Gate;
  /** From 0 to 1, for the jitter of waits. */
  readonly random: () => number;
  /** Aborted: the request in flight ends, then nothing more is sent and no wait is sat out. */
  readonly signal?: AbortSignal;
  /** Real time until a request without an answer is given up, in milliseconds; half a minute when left out. */
  readonly patienceMs?: number;
};

export type Opened = {
  readonly read: ReadSpotify;
  readonly write: WriteSpotify;
  /** Who it is, as Spotify says, which is asked once; throws a `Failure` when the ledger knows another. */
  readonly whose: () => Promise<User>;
  readonly sent: () => Sent;
  /** When they were sent. */
  readonly times: () => Times;
  /** What can still be sent as any account of the app. */
  readonly room: () => Requests;
  /** From which minute so many requests can be sent beside those that are planned now; null where they never can. */
  readonly freeFor: (bucket: Bucket, requests: number, planned: number) => string | null;
  /** What there is to say of a bucket that has no room. */
  readonly spent: (bucket: Bucket) => Problem;
  /** Buckets of the app that Spotify closed. */
  readonly closed: () => Closed;
  /** By how much our clock was ahead of Spotify's at the first answer that told it, in milliseconds. */
  readonly aheadMs: () => number | undefined;
  /** A refresh token that Spotify gave in place of the one in the secret. */
  readonly rotated: () => string | undefined;
  /** When the person signed in; undefined before the first request. */
  readonly authorizedAt: () => string | undefined;
  /** What the person agreed to; undefined when Spotify does not say. Signs in where that was not done yet. */
  readonly granted: () => Promise<ReadonlySet<string> | undefined>;
  /** The same; undefined before the first request. */
  readonly scopes: () => ReadonlySet<string> | undefined;
};

/** One account of Spotify. Nothing is sent before it is first used. */
export function openSpotify({ authUrl, clientId, secret, recorded, patienceMs = 30_000, ...wire }: Opening): Opened {
  // For a connection, for the first byte, and between bytes.
  const dispatcher = new Agent({ connectTimeout: 10_000, headersTimeout: patienceMs, bodyTimeout: patienceMs });
  const session = new Session({ ...wire, authUrl, clientId, secret, dispatcher });
  const client = new Client({ ...wire, session, dispatcher });
  const whose = new Whose({ account: wire.account, recorded, secret }, client);
  return {
    // Who it is was asked when the run began, or is asked once.
    read: { ...readSpotify(whose.client), me: async () => (await whose.ask()).id },
    write: writeSpotify(whose.client),
    whose: () => whose.ask(),
    sent: () => client.sent,
    times: () => client.times,
    room: () => wire.gate.room,
    freeFor: (bucket, requests, planned) => wire.gate.freeFor(bucket, requests, planned),
    spent: (bucket) => wire.gate.spent(bucket),
    closed: () => wire.gate.closed,
    aheadMs: () => client.aheadMs,
    rotated: () => session.rotated,
    authorizedAt: () => session.authorizedAt,
    granted: async () => {
      wire.signal?.throwIfAborted();
      await whose.check();
      await session.token();
      return session.scopes;
    },
    scopes: () => session.scopes,
  };
}
