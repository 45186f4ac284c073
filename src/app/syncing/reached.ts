import type { RowKey } from '../../domain/playlist.ts';
import type { Intent } from '../../domain/records/run.ts';
import { applyWrite, type ItemWrite } from '../../domain/write.ts';
import { changesBetween } from '../../plan/changes.ts';

/**
 * How far a run came that announced these writes and was cut off: the rows as its own writes left them. Of all states
 * between two writes it is the one that explains what stands there now with the fewest edits by others; of an add that
 * was sent in parts, the part that stands. Of states that explain it equally well it is the earliest.
 */
export function reachedBy({ writes }: Intent, before: readonly RowKey[], now: readonly RowKey[]): readonly RowKey[] {
  let best = before;
  let least = distance(before, now);
  const consider = (state: readonly RowKey[]): void => {
    if (least === 0) return;
    const far = distance(state, now);
    if (far >= least) return;
    [best, least] = [state, far];
  };
  let state = before;
  for (const write of writes) {
    if (write.kind === 'details') continue;
    if (write.kind === 'add') consider(applyWrite(state, standing(write, now)));
    state = applyWrite(state, write);
    consider(state);
  }
  return best;
}

/** The part of an add whose rows stand in the list: one that Spotify refuses as a whole is sent in halves. */
function standing(write: ItemWrite & { kind: 'add' }, now: readonly RowKey[]): ItemWrite {
  const there = new Set<string>(now);
  return { ...write, uris: write.uris.filter((uri) => there.has(uri)) };
}

const none = { whysOf: () => [], labelOf: () => null };

/** Rows that came, went or were moved between the two. */
const distance = (one: readonly RowKey[], other: readonly RowKey[]): number => changesBetween(one, other, none).length;
