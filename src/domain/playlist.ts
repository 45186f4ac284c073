import type { Branded } from './brand.ts';
import type { AddableUri, LocalUri, PlaylistId, SnapshotId, UserId } from './ids.ts';

/** A moment as Spotify writes it: `2026-11-22T03:41:00Z`. */
export type Instant = string;

/** One position of a playlist. None is ever skipped, since positions count them all. */
export type Row =
  | {
      readonly kind: 'item';
      readonly uri: AddableUri;
      readonly addedAt: Instant | null;
      readonly addedBy: UserId | null;
    }
  | {
      readonly kind: 'local';
      readonly uri: LocalUri;
      readonly addedAt: Instant | null;
      readonly addedBy: UserId | null;
    }
  /** Spotify keeps the row and sends null when it no longer has the item. */
  | { readonly kind: 'gone'; readonly addedAt: Instant | null; readonly addedBy: UserId | null };

export type Details = {
  readonly name: string;
  /** Never null: Spotify's `null` and its `"null"` are both the empty text. */
  readonly description: string;
  /** Visible on the profile; not an access control, and often not what was asked for. */
  readonly public: boolean | null;
  readonly collaborative: boolean;
};

/** A playlist as read from Spotify at one moment, whole. */
export type Actual = {
  readonly id: PlaylistId;
  readonly owner: UserId;
  readonly snapshot: SnapshotId;
  readonly details: Details;
  readonly followers: number | null;
  readonly rows: readonly Row[];
};

/**
 * What stands at a position, as one text that plans compare: the URI, or `gone:N` for the N-th gone row from the top
 * (1-based). Gone rows cannot be told apart, so they keep their order among themselves.
 */
export type RowKey = Branded<string, 'RowKey'>;

export function keysOf(rows: readonly Row[]): readonly RowKey[] {
  let gone = 0;
  return rows.map((row) => (row.kind === 'gone' ? `gone:${++gone}` : row.uri) as RowKey);
}

/** Rows that no request can add again once they are out: local files and what Spotify no longer has. */
export const isIrreplaceable = (key: RowKey): boolean => key.startsWith('spotify:local:') || key.startsWith('gone:');
