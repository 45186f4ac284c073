import type { AddableUri } from '../../domain/ids.ts';
import type { RowKey } from '../../domain/playlist.ts';
import type { ItemWrite } from '../../domain/write.ts';
import { chunks } from './chunks.ts';

/** The fewest requests of all: replace, then append. Every `added_at` is lost, so nothing irreplaceable may be in it. */
export function rebuild(after: readonly RowKey[]): readonly ItemWrite[] {
  const [first = [], ...rest] = chunks(addable(after));
  return [
    { kind: 'replace', uris: first },
    ...rest.map((uris, index): ItemWrite => ({ kind: 'add', uris, position: (index + 1) * first.length })),
  ];
}

/** Keys of rows that are known to be neither local nor gone are URIs that can be added. */
export const addable = (keys: readonly RowKey[]): readonly AddableUri[] =>
  keys as readonly string[] as readonly AddableUri[];
