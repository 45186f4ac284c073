import type { RowKey } from '../../domain/playlist.ts';
import { chunks } from './chunks.ts';
import { counts, match } from './match.ts';
import { movesAtLeast } from './reorder/moves-at-least.ts';

/** No sequence of requests that keeps the dates of all rows that stay is shorter than this. */
export function lowerBound(before: readonly RowKey[], after: readonly RowKey[]): number {
  const { targets, fresh, twins, leavers } = match(before, after);
  // Which copy becomes which is open, so only rows without a copy say something about the order.
  const [had, has] = [counts(before), counts(after)];
  const isSingle = (key: RowKey): boolean => had.get(key) === 1 && has.get(key) === 1;
  const singles = targets.filter((_, index) => isSingle(before[index] as RowKey));
  return chunks([...twins, ...leavers]).length + chunks(fresh).length + movesAtLeast(singles);
}

/** What the way that everybody would take needs at least: append in final order, move, remove. */
export function reference(before: readonly RowKey[], after: readonly RowKey[]): number {
  const { targets, fresh, again, twins, leavers } = match(before, after);
  const adding = [...fresh, ...again].sort((a, b) => a - b);
  return chunks([...twins, ...leavers]).length + chunks(adding).length + movesAtLeast([...targets, ...adding]);
}
