import type { RowKey } from '../../domain/playlist.ts';
import type { Intent } from '../../domain/records/run.ts';
import { applyWrite, type ItemWrite } from '../../domain/write.ts';
import { changesBetween } from '../../plan/changes.ts';
import { counts } from '../../plan/requests/match.ts';

/**
 * How far a run came that announced these writes and was cut off: the rows as its own writes left them. Of all states
 * between two writes it is the one that explains what stands there now with the fewest edits by others; of an add that
 * was sent in parts, the part that stands. Of states that explain it equally well it is the earliest.
 */
export function reachedBy(
  { from, writes, inParts }: Intent,
  before: readonly RowKey[],
  now: readonly RowKey[],
): readonly RowKey[] {
  let state = from ?? before;
  let best = state;
  let least = distance(state, now);
  const consider = (other: readonly RowKey[]): void => {
    if (least === 0) return;
    const far = distance(other, now);
    if (far >= least) return;
    [best, least] = [other, far];
  };
  for (const [index, write] of writes.entries()) {
    if (write.kind === 'details') continue;
    if (write.kind === 'add' && inParts && index === 0) consider(applyWrite(state, standing(write, state, now)));
    state = applyWrite(state, write);
    consider(state);
  }
  return best;
}

/** The part of an add whose rows stand in the list beside those that stood there before. */
function standing(write: ItemWrite & { kind: 'add' }, before: readonly RowKey[], now: readonly RowKey[]): ItemWrite {
  const [had, has] = [new Map<string, number>(counts(before)), new Map<string, number>(counts(now))];
  const isThere = (uri: string): boolean => {
    const count = (had.get(uri) ?? 0) + 1;
    if (count > (has.get(uri) ?? 0)) return false;
    had.set(uri, count);
    return true;
  };
  return { ...write, uris: write.uris.filter(isThere) };
}

const none = { whysOf: () => [], labelOf: () => null };

/** Rows that came, went or were moved between the two. */
const distance = (one: readonly RowKey[], other: readonly RowKey[]): number => changesBetween(one, other, none).length;
