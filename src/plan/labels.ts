import type { Label } from '../domain/change.ts';
import type { Facts } from '../domain/facts.ts';
import { isAddableUri, isLocalUri } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { RowKey } from '../domain/playlist.ts';
import { localParts } from '../words/values/local.ts';

/** What people call a row; null when it was never read, or is gone. */
export function labelOf(key: RowKey, facts: Facts): Label | null {
  if (isLocalUri(key)) {
    const { title, artist } = localParts(key);
    return { title, artists: artist };
  }
  const item = isAddableUri(key) ? facts.items[key] : undefined;
  return item === undefined ? null : labelOfItem(item);
}

const labelOfItem = (item: Item): Label =>
  item.kind === 'episode'
    ? { title: item.title, artists: item.show }
    : { title: item.title, artists: item.artists.map(({ name }) => name).join(', ') };
