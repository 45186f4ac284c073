import type { Playlist, Row } from './schema/playlists.ts';
import type { World } from './world.ts';

/** What was shown when these rows were written, and until when it still is. */
type Late = { readonly shown: readonly Row[]; readonly untilMs: number };

/** In memory only: a world that is saved has settled before it is read again. */
const lateByRows = new WeakMap<readonly Row[], Late>();

/** What readers see: for a moment after a write what they saw before it. */
export function shownRows({ nowMs }: World, { rows }: Playlist): readonly Row[] {
  const late = lateByRows.get(rows);
  return late !== undefined && nowMs < late.untilMs ? late.shown : rows;
}

/** Puts rows in place of the others; they show when the lag is over. */
export function writeRows(world: World, playlist: Playlist, rows: Row[]): void {
  const shown = shownRows(world, playlist);
  lateByRows.set(rows, { shown, untilMs: world.nowMs + world.settings.itemLagSeconds * 1000 });
  // These have settled, and would keep all rows before them alive.
  lateByRows.delete(shown);
  playlist.rows = rows;
}
