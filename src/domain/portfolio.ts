import type { AccountName, PlaylistId, Slug } from './ids.ts';
import type { List } from './list.ts';
import type { Rule } from './rule.ts';

/** Quota buckets, as `spotify-api.md` 5 tells them apart. Listing reads share the playlists' bucket. */
export const buckets = ['playlist_reads', 'writes', 'search', 'tracks', 'albums', 'artist_albums', 'library'] as const;
export type Bucket = (typeof buckets)[number];

/** Requests a night, by bucket. */
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
  readonly budget: Requests & { readonly followers: number };
};

/** Everything under `playlists/`, read and found right. Rules stand in the order in which they must be resolved. */
export type Playbook = {
  readonly portfolio: Portfolio;
  readonly rules: readonly Rule[];
  readonly lists: ReadonlyMap<string, List>;
};

/** What one account's ledger says is ruled: rule to playlist. Read from `reports/<account>/control.json`. */
export type Control = {
  readonly version: 1;
  readonly playlists: { readonly [slug in Slug]?: Controlled };
};

/** `contact: first` until a run has written to it: a playlist with tracks then needs one ack for what would go. */
export type Controlled = { readonly id: PlaylistId; readonly contact: 'first' | 'known' };

export const noControl: Control = { version: 1, playlists: {} };
