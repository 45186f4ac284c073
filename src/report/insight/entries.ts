import type { RowKey } from '../../domain/playlist.ts';
import type { Insight, PlaylistInsight, Reason } from './insight.ts';

/** Since when a row stands in a playlist and what brought it there, as far as the audit remembers. */
export type Entry = { readonly night: string; readonly why: Reason | null };

/** The last entry of each row, from changes that stand newest first. */
export function entriesOf({ changes }: Insight, { id }: PlaylistInsight): ReadonlyMap<RowKey, Entry> {
  const entered = changes
    .filter(({ playlist }) => playlist.id === id)
    .flatMap((change) => change.entered.map(({ key, why }) => [key, { night: change.night, why }] as const));
  return new Map(entered.toReversed());
}
