import type { RowKey } from '../../domain/playlist.ts';
import type { ItemWrite } from '../../domain/write.ts';
import { memberships } from './members.ts';
import { movesAtLeast } from './reorder/moves-at-least.ts';
import { reorder } from './reorder/reorder.ts';

/**
 * Few requests that turn one list into another and keep `added_at` of every row that stays; only the copies that are
 * left of a track that loses others lose theirs, since a removal takes every copy.
 */
export function writesFor(before: readonly RowKey[], after: readonly RowKey[]): readonly ItemWrite[] {
  const [first, ...others] = memberships(before, after);
  return others.reduce(
    (best: readonly ItemWrite[], { early, line, late }) => {
      if (early.length + movesAtLeast(line) + late.length >= best.length) return best;
      const other = [...early, ...reorder(line), ...late];
      return other.length < best.length ? other : best;
    },
    [...first.early, ...reorder(first.line), ...first.late],
  );
}
