import type { Place } from './place.ts';

/** A share of a playlist's rows (0 to 1) and a number of rows: passing either is too much. */
export type Limit = { readonly share: number; readonly count: number };

export type Guard = {
  /** `learned`: from the playlist's own past; until there is one, 40 % or 50 rows. */
  readonly maxRemoved: Limit | 'learned';
  /** Share of the mean count over the last 28 nights; judged once there is history. */
  readonly maxRemoved28Nights: number;
  readonly maxAdded: number | null;
  readonly minTracks: number;
  readonly maxTracks: number;
  readonly emptySource: 'keep_last_good' | 'fail';
  /** A removal must be planned this many nights running; judged once there is history. */
  readonly confirmNights: number;
  readonly at: Place;
};

/** A person's word that this many removals are meant, good through the night `until` (a date in the portfolio's zone). */
export type Ack = { readonly removals: number; readonly until: string; readonly at: Place };

export type HandEdits = 'ask' | 'keep' | 'revert';

export type WriteSetting = { readonly maxRequests: number; readonly beyond: 'rebuild' | 'loose' };

/** One condition on a night; a list of them means any. Dates are months and days, `12-01`. */
export type Schedule =
  | { readonly kind: 'never' }
  | {
      readonly kind: 'every';
      readonly every: 'day' | 'week' | 'month';
      readonly on: readonly (string | number)[];
      readonly between: readonly [string, string] | null;
    }
  | { readonly kind: 'every-days'; readonly days: number; readonly between: readonly [string, string] | null }
  | { readonly kind: 'on-change'; readonly source: string };

/** How a playlist may change: everything of a rule that is not music. */
export type Settings = {
  readonly guard: Guard;
  readonly ack: Ack | null;
  readonly handEdits: HandEdits;
  readonly write: WriteSetting;
  readonly schedule: readonly Schedule[];
  /** Nothing is ever removed, whatever the rule or an ack says. */
  readonly protected: boolean;
  /** Planned and shown, never written. */
  readonly suspend: boolean;
};
