import type { RowKey } from '../../domain/playlist.ts';
import type { ItemWrite } from '../../domain/write.ts';
import { memberships } from './members.ts';
import type { Move } from './reorder/move.ts';
import { displaced, plainMoves, stay } from './reorder/plain.ts';
import { slot } from './reorder/slot.ts';
import { type Line, type Strips, strips } from './reorder/strips.ts';
import { writesFor } from './writes.ts';

/**
 * All additions and removals, and only as many moves as `mostRequests` leaves room for, those of the most rows first.
 * Each of them brings rows into order with all that stay, so the list reaches `after` night by night.
 */
export function loose(before: readonly RowKey[], after: readonly RowKey[], mostRequests: number): readonly ItemWrite[] {
  const whole = writesFor(before, after);
  if (whole.length <= mostRequests) return whole;
  const [{ early, line, late }] = memberships(before, after);
  const isGone = line.map((target) => after[target]?.startsWith('gone:') ?? false);
  return [...early, ...largestMoves(line, isGone, mostRequests - early.length - late.length), ...late];
}

function largestMoves(line: Line, isGone: readonly boolean[], most: number): readonly Move[] {
  const cutUp = strips(line);
  const staying = stay(cutUp, holding(cutUp, isGone));
  const largest = displaced(cutUp, staying)
    .toSorted((a, b) => slot(cutUp.lengths, b) - slot(cutUp.lengths, a))
    .slice(0, Math.max(0, most));
  return plainMoves(
    cutUp,
    staying,
    largest.sort((a, b) => a - b),
  );
}

/** Strips with gone rows: they must not overtake each other, as they are told apart by nothing but their order. */
function holding({ order, lengths }: Strips, isGone: readonly boolean[]): ReadonlySet<number> {
  const stripOf = order.flatMap((strip) => new Array<number>(slot(lengths, strip)).fill(strip));
  return new Set(stripOf.filter((_, row) => isGone[row]));
}
