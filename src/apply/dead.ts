import { isTrackUri } from '../domain/ids.ts';
import type { RowKey } from '../domain/playlist.ts';
import type { ItemWrite } from '../domain/write.ts';
import { Failure } from '../problem/failure.ts';
import type { Playlist } from './playlist.ts';

/**
 * Which of the rows that a refused write would bring Spotify does not have: one of them fails the whole batch, with a
 * 502 that never goes away (`spotify-api.md` 4.5). Rows that stand in the list already are there, so only newcomers are asked for.
 */
export async function deadIn(
  write: ItemWrite,
  standing: readonly RowKey[],
  playlist: Playlist,
): Promise<readonly RowKey[]> {
  if (write.kind !== 'add' && write.kind !== 'replace') return [];
  const known = new Set<string>(standing);
  const dead: RowKey[] = [];
  for (const uri of new Set(write.uris)) {
    if (known.has(uri) || !isTrackUri(uri)) continue;
    if (await isMissing(() => playlist.ask((read) => read.track(uri)))) dead.push(uri as string as RowKey);
  }
  return dead;
}

async function isMissing(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return false;
  } catch (error) {
    if (error instanceof Failure && error.problems[0].code === 'spotify/not-found') return true;
    throw error;
  }
}
