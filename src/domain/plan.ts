import type { Change } from './change.ts';
import type { Finding } from './finding.ts';
import type { AccountName, PlaylistId, Slug } from './ids.ts';
import type { Actual, Details, RowKey } from './playlist.ts';
import type { Requests } from './portfolio.ts';
import type { ItemWrite } from './write.ts';

/** A list of rows as a plan is bound to it: `hash` is over the ordered keys. */
export type Listing = { readonly hash: string; readonly count: number };

/** A change of a playlist's details; each field is a request of its own, since one that fails must not take the others along. */
export type DetailsWrite = { readonly kind: 'details'; readonly details: Partial<Omit<Details, 'collaborative'>> };
export type PlannedWrite = ItemWrite | DetailsWrite;

/** How far a plan may go when it is applied later: counts are ceilings. */
export type Envelope = {
  readonly playlists: readonly Slug[];
  readonly removals: number;
  readonly additions: number;
  readonly requests: number;
  /** Rows that stay and lose the date on which they were added. */
  readonly datesLost: number;
};

export type PlaylistPlan = {
  readonly slug: Slug;
  readonly account: AccountName;
  readonly name: string;
  /** What a creation asks for; later differences are only noted, since Spotify often does not keep it. */
  readonly public: boolean;
  /** The rule's content, places left out. */
  readonly rule: string;
  /** Null: the playlist is to be created. */
  readonly id: PlaylistId | null;
  /**
   * `partial`: facts are lacking; `unreadable`: Spotify does not show it; `suspended`: shown, not written;
   * `put-off`: shown, not written tonight, since a limit of the run was reached; `held`: left alone, since a person
   * edited it by hand and another has to say what holds; `not-due`: its schedule has no night now.
   */
  readonly state:
    | 'held'
    | 'not-due'
    | 'unchanged'
    | 'change'
    | 'create'
    | 'partial'
    | 'unreadable'
    | 'suspended'
    | 'put-off';
  readonly before: Listing;
  readonly after: Listing;
  /** The rows as they should stand after, in order; none where nothing is to be written. */
  readonly rows: readonly RowKey[];
  readonly changes: readonly Change[];
  readonly writes: readonly PlannedWrite[];
  /** What applying it costs: the reading before the first write, the writes, the reading after the last. */
  readonly price: Requests;
  /** `keep`: dates stay; `rebuild` and `loose`: the writes would have passed the cap. */
  readonly way: 'keep' | 'rebuild' | 'loose';
  readonly datesLost: number;
  /** The cap that would keep all dates; null when they are kept. */
  readonly capForDates: number | null;
  /** What the removals cost the rule's ack; null when no guard asked for one. */
  readonly acked: { readonly removals: number; readonly of: number; readonly until: string } | null;
  /** What a guard holds back and what else a person should know. */
  readonly problems: readonly Finding[];
  readonly notes: readonly string[];
};

export type Lack = { readonly slug: Slug; readonly need: string; readonly price: Requests };

/** A plan for one night: sorted, the same bytes for the same rules, facts and night. */
export type Plan = {
  readonly version: 1;
  /** The night, a date in the portfolio's zone. */
  readonly night: string;
  /** Content hashes of what the plan was made from. */
  readonly boundTo: { readonly rules: string; readonly facts: string };
  readonly playlists: readonly PlaylistPlan[];
  readonly lacks: readonly Lack[];
  readonly envelope: Envelope;
  readonly price: Requests;
};

/** What became of one playlist's plan. */
export type Outcome = {
  readonly slug: Slug;
  readonly account: AccountName;
  readonly id: PlaylistId | null;
  readonly state: 'unchanged' | 'applied' | 'not-applied' | 'partly';
  readonly requests: number;
  /** As it was last read, whole; null when it could not be. */
  readonly actual: Actual | null;
  /** It was read after the last write: `actual` is how it stands. */
  readonly confirmed: boolean;
  /** The rows as our own writes left them; what `actual` has otherwise, somebody else did. Null before anything is known. */
  readonly own: readonly RowKey[] | null;
  readonly problems: readonly Finding[];
};
