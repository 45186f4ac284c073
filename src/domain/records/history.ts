import type { PlaylistId } from '../ids.ts';
import type { RowKey } from '../playlist.ts';

/** A playlist as it stood after a night, appended only when something differs from its last line. */
export type HistoryLine = {
  readonly night: string;
  readonly playlist: PlaylistId;
  readonly count: number;
  /** Null: not read that night. */
  readonly followers: number | null;
  /** Rows that came and went since the last line, copies one by one; moves are not told. */
  readonly entered: readonly RowKey[];
  readonly left: readonly RowKey[];
  /** Of the ordered rows; left out when they are as the last line left them, and only followers are told. */
  readonly hash?: string;
};

/** The hash of the ordered rows that a playlist's lines end with; undefined without any. */
export const lastHash = (lines: readonly HistoryLine[]): string | undefined =>
  lines.findLast(({ hash }) => hash !== undefined)?.hash;
