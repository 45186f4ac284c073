import type { RowKey } from '../../domain/playlist.ts';
import { applyWrite, type ItemWrite } from '../../domain/write.ts';
import { memberships } from './members.ts';
import type { Move } from './reorder/move.ts';
import { displaced, plainMoves } from './reorder/plain.ts';
import { slot } from './reorder/slot.ts';
import { type Strips, strips } from './reorder/strips.ts';
import { type Common, commonRows } from './shared-rows.ts';
import { writesFor } from './writes.ts';

/**
 * All additions and removals, and only as many moves as `mostRequests` leaves room for, those of the most rows first.
 * Each of them brings rows into order with all that stay, so the list reaches `after` night by night.
 */
export function loose(before: readonly RowKey[], after: readonly RowKey[], mostRequests: number): readonly ItemWrite[] {
  const whole = writesFor(before, after);
  if (whole.length <= mostRequests) return whole;
  const [{ early, late }] = memberships(before, after);
  const common = commonRows(early.reduce(applyWrite, before), after);
  return [...early, ...largestMoves(common, Math.max(0, mostRequests - early.length - late.length)), ...late];
}

function largestMoves({ line, inOrder }: Common, most: number): readonly Move[] {
  const cutUp = strips(line);
  const stripOf = stripsByRow(cutUp);
  // What is right at the bottom belongs to the rim and is in no other strip.
  const staying = new Set([0, ...inOrder.map((row) => stripOf[row] ?? 0)]);
  const largest = displaced(cutUp, staying)
    .toSorted((a, b) => slot(cutUp.lengths, b) - slot(cutUp.lengths, a))
    .slice(0, most);
  const inFinalOrder = largest.toSorted((a, b) => a - b);
  return plainMoves(cutUp, staying, inFinalOrder);
}

const stripsByRow = ({ order, lengths }: Strips): readonly number[] =>
  order.flatMap((strip) => new Array<number>(slot(lengths, strip)).fill(strip));
