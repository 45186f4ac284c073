import type { Label } from '../../domain/change.ts';
import type { Facts } from '../../domain/facts.ts';
import { isAddableUri } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import type { RowKey } from '../../domain/playlist.ts';
import { localFileOf } from './local.ts';

/** What people call a row; null when it was never read, or is gone. */
export function labelOf(key: RowKey, facts: Facts): Label | null {
  const local = localFileOf(key);
  if (local !== undefined) return { title: local.title ?? key, artists: local.artist ?? 'local file' };
  const item = isAddableUri(key) ? facts.items.get(key) : undefined;
  return item === undefined ? null : labelOfItem(item);
}

const labelOfItem = (item: Item): Label =>
  item.kind === 'episode'
    ? { title: item.title, artists: item.show }
    : { title: item.title, artists: item.artists.map(({ name }) => name).join(', ') };
