import type { RowKey } from '../domain/playlist.ts';
import { settlingAfter } from './attempt.ts';
import type { Playlist } from './playlist.ts';
import { sameRows } from './same-rows.ts';

/** After how many looks a list that shows an earlier state is left to the next run: half a minute in all. */
const mostLooks = 5;

/**
 * Reads the list whole until it shows what our own writes made of it, or what somebody else did since. A list that shows
 * only what stood there before one of them is late: nobody knows when it shows, so it is looked at again, each time
 * later. Answers whether it shows how it stands.
 */
export async function isShown(playlist: Playlist, written: readonly RowKey[]): Promise<boolean> {
  await playlist.readWhole();
  for (let looks = 1; !sameRows(playlist.rows, written); looks++) {
    const isLate = playlist.isAsBefore();
    if (looks === mostLooks) return !isLate;
    if (looks > 1 && !isLate) return true;
    await playlist.readBack(settlingAfter(looks));
  }
  return true;
}
