import type { Sizes } from './facts.ts';
import type { AccountName, ArtistId, PlaylistId, Slug } from './ids.ts';
import type { List } from './list.ts';
import type { Leaving } from './past.ts';
import type { Instant, RowKey } from './playlist.ts';
import type { Quarantined } from './quarantine.ts';
import type { Rule } from './rule.ts';

/** Quota buckets, as `spotify-api.md` 5 tells them apart. Listing reads share the playlists' bucket. */
export const buckets = ['playlist_reads', 'writes', 'search', 'tracks', 'albums', 'artist_albums', 'library'] as const;
export type Bucket = (typeof buckets)[number];

/** Requests, by bucket. */
export type Requests = { readonly [bucket in Bucket]: number };

export type App = {
  readonly name: string;
  readonly clientId: string;
  readonly perSecond: number;
  readonly accounts: readonly AccountName[];
};

/** `playlists/setlist.yaml` in its normal form. */
export type Portfolio = {
  readonly title: string;
  /** An IANA zone: a night is a date in it. */
  readonly timezone: string;
  readonly apps: readonly App[];
  /** `off`: plan only, whatever else is said. */
  readonly apply: 'on' | 'off';
  readonly suspend: boolean;
  readonly limits: { readonly creations: number; readonly requests: number };
  /** The most of each app in any 24 hours; `followers` is reads a night for these alone. */
  readonly budget: Requests & { readonly followers: number };
  /** Days for which history is kept, night by night. */
  readonly retentionDays: number;
};

/** Everything under `playlists/`, read and found right. Rules stand in the order in which they must be resolved. */
export type Playbook = {
  readonly portfolio: Portfolio;
  readonly rules: readonly Rule[];
  readonly lists: ReadonlyMap<string, List>;
};

/** What one account's ledger says is ruled. Read from `reports/<account>/control.json`; parts that hold nothing are left out. */
export type Control = {
  readonly version: 1;
  readonly playlists: { readonly [slug in Slug]?: Controlled };
  /** What people did by hand to a playlist and what became of it. */
  readonly hands?: { readonly [slug in Slug]?: Hands };
  /** What is planned to leave and waits to be confirmed (`guard: { confirm_nights }`). */
  readonly leaving?: { readonly [slug in Slug]?: Leaving };
  /** The night on which each artist's releases were last looked at. */
  readonly looks?: { readonly [artist in ArtistId]?: string };
  /** Of lists for which there was no room when they were last begun: by need, the requests that they take. */
  readonly sizes?: Sizes;
  /** Tracks that are not tried again for a while. */
  readonly quarantined?: Quarantined;
  /** Buckets that Spotify closed, and until when. */
  readonly blockedUntil?: Closed;
};

/** Buckets, each with the moment at which it opens again. */
export type Closed = { readonly [bucket in Bucket]?: Instant };

export type Controlled = {
  readonly id: PlaylistId;
  /** `first` until a run has written to it: a playlist with tracks then needs one ack for what would go. */
  readonly contact: 'first' | 'known';
  /** The content hash of the rule that was followed last: another one is due at once. */
  readonly rule?: string;
  /** What the sources held at the last success that the rule's schedule names (`on_change`). */
  readonly sources?: SourceHashes;
};

/** A hash of each source's tracks, by the source's name. */
export type SourceHashes = { readonly [source: string]: string };

/** Edits by hand. Nights say since when. */
export type Hands = {
  /** Waiting for a person (`hand_edits: ask`): the playlist is left alone meanwhile. */
  readonly held?: {
    readonly since: string;
    readonly added: readonly RowKey[];
    readonly removed: readonly RowKey[];
    readonly moved: boolean;
  };
  /** Rows that stay because a person added them (`hand_edits: keep`). */
  readonly kept?: { readonly [key in RowKey]?: string };
  /** Tombstones: rows that stay out because a person took them out. */
  readonly removed?: { readonly [key in RowKey]?: string };
};

export const noControl: Control = { version: 1, playlists: {} };
