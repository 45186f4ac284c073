import type { Need } from './need.ts';
import type { RowKey } from './playlist.ts';
import type { Why } from './why.ts';

export type DesiredRow = { readonly key: RowKey; readonly why: readonly Why[] };

/** A candidate or a row of the playlist that did not come through, with what kept it out last. */
export type Dropped = { readonly key: RowKey; readonly why: readonly Why[] };

/** What a playlist should hold, row by row, with the whys of everything that was looked at. */
export type Desired = {
  readonly rows: readonly DesiredRow[];
  readonly dropped: readonly Dropped[];
  /** Sources that were not read whole, as text; with any, no row was removed. */
  readonly gaps: readonly string[];
  /** Of these, sources that were read whole and hold nothing. */
  readonly empty: readonly string[];
  /** Rows that were kept or left waiting because a datum was not known. */
  readonly unknown: number;
  /** What gave way to what: `count 50 gave way to 3 rows that a guard holds back`. */
  readonly gaveWay: readonly string[];
};

/** What a rule comes to, or the facts that it lacks. `wishes` are needs that a plan can do without. */
export type Resolved =
  | { readonly kind: 'resolved'; readonly desired: Desired; readonly wishes: readonly Need[] }
  | { readonly kind: 'lacking'; readonly needs: readonly Need[]; readonly wishes: readonly Need[] };
