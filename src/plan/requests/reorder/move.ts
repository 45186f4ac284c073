import type { ItemWrite } from '../../../domain/write.ts';
import { type Cut, Ring } from './ring.ts';
import { slot } from './slot.ts';
import type { Strips } from './strips.ts';

export type Move = Extract<ItemWrite, { readonly kind: 'move' }>;

/** Of the two neighbouring blocks that a move swaps, the shorter one can as well be the one that moves. */
export function lighter(move: Move): Move {
  const { start, length, before } = move;
  if (before < start && start - before < length)
    return { ...move, start: before, length: start - before, before: start + length };
  const end = start + length;
  if (before > end && before - end < length) return { ...move, start: end, length: before - end, before: start };
  return move;
}

/** Exchanges of strips as requests about rows. */
export function movesFor({ order, lengths }: Strips, cuts: readonly Cut[]): readonly Move[] {
  const ring = new Ring(order);
  return cuts.map((cut) => {
    const [start, middle, end] = ring.placesOf(cut);
    const top = rowsOf(ring, lengths, 0, start);
    const left = rowsOf(ring, lengths, start, middle);
    const right = rowsOf(ring, lengths, middle, end);
    ring.exchange(cut);
    return lighter({ kind: 'move', start: top, length: left, before: top + left + right });
  });
}

function rowsOf(ring: Ring, lengths: readonly number[], from: number, to: number): number {
  let rows = 0;
  for (let place = from; place < to; place++) rows += slot(lengths, slot(ring.order, place));
  return rows;
}
