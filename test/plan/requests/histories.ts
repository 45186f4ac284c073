import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { RowKey } from '../../../src/domain/playlist.ts';
import type { Pair } from './lists.ts';

/** Daily states of real playlists, which are no part of the project and so may be missing. */
const folder = join(import.meta.dirname, '../../../../shared/data/playlist-histories/series');

export const hasHistories = existsSync(folder);

/** Every state of every playlist with the state after it. */
export function transitions(): readonly Pair[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const states = statesIn(join(folder, name));
      return states.slice(1).map((after, index) => ({ before: states[index] ?? [], after }));
    });
}

export const onlyReorders = ({ before, after }: Pair): boolean => before.toSorted().join() === after.toSorted().join();

function statesIn(path: string): readonly (readonly RowKey[])[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return lines.map((line) => {
    const { tracks } = JSON.parse(line) as { readonly tracks: readonly string[] };
    return tracks.map((id) => `spotify:track:${id}` as RowKey);
  });
}
