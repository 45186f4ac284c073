import type { RowKey } from './playlist.ts';

/** What a playlist's own history says of a row. All are nights. */
export type RowPast = {
  readonly firstSeen: string;
  readonly enteredLast: string;
  /** Null: it never left. */
  readonly leftLast: string | null;
};

export type RowPasts = ReadonlyMap<RowKey, RowPast>;
