import { comingAgain } from '../domain/coming-again.ts';
import type { PlannedWrite } from '../domain/plan.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { ItemWrite } from '../domain/write.ts';
import { counts } from '../plan/requests/match.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Playlist } from './playlist.ts';
import { sameRows } from './same-rows.ts';
import { isShown } from './shown.ts';

/** The rows that should stand there in the end, now that some stayed. */
export type Stayed = { readonly wanted: readonly RowKey[]; readonly problems: readonly Problem[] };

/**
 * Looks after a removal of copies of which some are to come again: one that Spotify stores under another id than it shows
 * stays, and then nothing of it needs to come again. Undefined when all went, or when somebody else wrote meanwhile.
 */
export async function stayedAfter(
  removal: ItemWrite,
  further: readonly PlannedWrite[],
  playlist: Playlist,
  wanted: readonly RowKey[],
): Promise<Stayed | undefined> {
  const again = comingAgain(removal, further);
  if (again.size === 0) return undefined;
  const { rows: expected, own } = playlist;
  const isExpected = (rows: readonly RowKey[]): boolean =>
    sameRows(
      rows.filter((key) => !again.has(key)),
      expected,
    );
  // What shows as before for so long stayed.
  await isShown(playlist, expected);
  const now = playlist.rows;
  if (sameRows(now, expected) || !isExpected(now)) {
    playlist.rows = expected;
    playlist.own = own;
    return undefined;
  }
  playlist.own = now;
  return withStuck(playlist, wanted, again);
}

/** More copies than are wanted, of which no request can take one away, stand together. */
function withStuck({ plan, rows }: Playlist, wanted: readonly RowKey[], again: ReadonlySet<RowKey>): Stayed {
  const [stand, want] = [counts(rows), counts(wanted)];
  const more = (key: RowKey): number => Math.max(0, (stand.get(key) ?? 0) - (want.get(key) ?? 0));
  const stuck = [...again].filter((key) => more(key) > 0);
  const isFirst = (key: RowKey, index: number): boolean => wanted.indexOf(key) === index;
  return {
    wanted: wanted.flatMap((key, index) =>
      again.has(key) && isFirst(key, index) ? new Array<RowKey>(1 + more(key)).fill(key) : [key],
    ),
    problems: stuck.length === 0 ? [] : [problem('apply/cannot-remove', { playlist: plan.name, uris: stuck })],
  };
}
