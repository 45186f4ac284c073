import type { AccountName, AddableUri, Slug } from './ids.ts';
import type { Place } from './place.ts';
import type { Settings } from './settings.ts';

/** A word with its arguments in normal form: plain JSON, so that a rule can be hashed and printed. */
export type Step = { readonly word: string; readonly args: unknown; readonly at: Place };

/** What `where` asks. Three-valued: a test whose datum is not known is neither true nor false. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[]; readonly at: Place }
  | { readonly kind: 'not'; readonly of: Condition; readonly at: Place }
  | ({ readonly kind: 'test' } & Step);

export type SortKey = { readonly by: string; readonly direction: 'asc' | 'desc'; readonly at: Place };

export type Take = {
  readonly count: number | null;
  readonly perArtist: number | null;
  readonly perAlbum: number | null;
  readonly at: Place;
};

export type SourceStep = Step & {
  /** The name under which `combine` and whys speak of it: `as`, else the word, numbered when it occurs twice. */
  readonly as: string;
  readonly where: Condition;
  readonly sort: readonly SortKey[];
  readonly take: Take;
};

/** 1-based places. `at: 3` is the range 3 to 3; a pin without a place has none and keeps its natural one. */
export type Pin = {
  readonly uri: AddableUri;
  readonly range: readonly [first: number, last: number] | null;
  /** Nights as dates in the portfolio's zone, both included. */
  readonly from: string | null;
  readonly until: string | null;
  readonly reason: string | null;
  readonly at: Place;
};

/** A rule in its one normal form: total, whatever was left out is filled in from the defaults. */
export type Rule = {
  readonly slug: Slug;
  /** Where the file stood before; null where it did not move. */
  readonly was: Slug | null;
  readonly at: Place;
  readonly account: AccountName;
  readonly name: string;
  /** Null: leave the description alone. */
  readonly description: string | null;
  readonly public: boolean;
  readonly from: readonly SourceStep[];
  readonly where: Condition;
  readonly unknown: 'keep' | 'drop' | 'fail';
  readonly dedupe: Step;
  readonly sort: readonly SortKey[];
  readonly take: Take;
  readonly arrange: readonly Step[];
  readonly pins: readonly Pin[];
  readonly settings: Settings;
};
