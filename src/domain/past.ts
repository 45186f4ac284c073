import type { Slug } from './ids.ts';
import type { RowKey } from './playlist.ts';

/** What a playlist's own history says of a row. All are nights. */
export type RowPast = {
  readonly firstSeen: string;
  /** Since when it stands there without a break; null: it does not. */
  readonly since: string | null;
  /** Null: it never left. A copy that goes while another stays is no leaving. */
  readonly leftLast: string | null;
};

/** Rows that were planned to leave: on how many nights running, and on which of them last. */
export type Leaving = { readonly [key in RowKey]?: { readonly nights: number; readonly last: string } };

export type RowPasts = ReadonlyMap<RowKey, RowPast>;

/** The history of a rule's playlist, made up when it is asked for: few rules do, and that of all is as large as the ledger. */
export type Pasts = Pick<ReadonlyMap<Slug, RowPasts>, 'get'>;
