import type { RowKey } from '../../domain/playlist.ts';
import { applyWrite, type ItemWrite } from '../../domain/write.ts';
import { counts } from './match.ts';

/** How many rows that are there before and after these writes lose the date on which they were added. */
export function datesLost(before: readonly RowKey[], writes: readonly ItemWrite[]): number {
  const end = writes.map(alsoDated).reduce(applyWrite, before.map(dated));
  const [had, has] = [counts(before), counts(end)];
  const lost = ([key, count]: readonly [RowKey, number]): number => {
    const [old, added] = [has.get(dated(key)) ?? 0, has.get(key) ?? 0];
    return Math.min(count, old + added) - old;
  };
  return [...had].reduce((sum, entry) => sum + lost(entry), 0);
}

/** A row that still has its date goes by another name than one that was added just now. */
const dated = (key: RowKey): RowKey => `${key} dated` as RowKey;

const alsoDated = (write: ItemWrite): ItemWrite =>
  write.kind === 'remove' ? { kind: 'remove', uris: write.uris.flatMap((key) => [key, dated(key)]) } : write;
