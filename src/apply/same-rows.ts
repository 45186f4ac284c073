import { hashKeys } from '../domain/hash.ts';
import type { RowKey } from '../domain/playlist.ts';

/** The same list for a reader, who numbers gone rows from the top, whatever their numbers were before they were moved. */
export const sameRows = (one: readonly RowKey[], other: readonly RowKey[]): boolean =>
  one.length === other.length && hashOfRows(one) === hashOfRows(other);

/** Of what a reader sees. */
export const hashOfRows = (rows: readonly RowKey[]): string => hashKeys(renumbered(rows));

function renumbered(keys: readonly RowKey[]): readonly RowKey[] {
  let gone = 0;
  return keys.map((key) => (key.startsWith('gone:') ? (`gone:${++gone}` as RowKey) : key));
}
