import type { AddableUri } from './ids.ts';
import type { RowKey } from './playlist.ts';

/** One writing request to the items of a playlist, as design 5 counts them. Positions are 0-based. */
export type ItemWrite =
  /** POST: up to 100 URIs at `position`. */
  | { readonly kind: 'add'; readonly uris: readonly AddableUri[]; readonly position: number }
  /** PUT: rows `start` to `start + length` go before what stands at `before` in the list as it was before the move. */
  | { readonly kind: 'move'; readonly start: number; readonly length: number; readonly before: number }
  /** DELETE: up to 100 URIs; every occurrence of each goes. */
  | { readonly kind: 'remove'; readonly uris: readonly RowKey[] }
  /** PUT: the list becomes these up to 100 rows; every `added_at` is lost. */
  | { readonly kind: 'replace'; readonly uris: readonly AddableUri[] };

/** The most rows that one add, remove or replace carries (`spotify-api.md` 4.4 to 4.6). */
export const mostRowsAWrite = 100;

/** The most rows that a playlist holds (`spotify-api.md` 4.11). */
export const mostRowsAPlaylist = 10_000;

/** The list as it stands after one write: what Spotify promises to do, as a pure function. */
export function applyWrite(rows: readonly RowKey[], write: ItemWrite): readonly RowKey[] {
  switch (write.kind) {
    case 'add':
      return rows.toSpliced(write.position, 0, ...(write.uris as readonly string[] as readonly RowKey[]));
    case 'move': {
      const moved = rows.slice(write.start, write.start + write.length);
      const rest = rows.toSpliced(write.start, write.length);
      const at = write.before > write.start ? write.before - moved.length : write.before;
      return rest.toSpliced(at, 0, ...moved);
    }
    case 'remove': {
      const gone = new Set(write.uris);
      return rows.filter((row) => !gone.has(row));
    }
    case 'replace':
      return write.uris as readonly string[] as readonly RowKey[];
  }
}
