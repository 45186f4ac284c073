import { isAddableUri } from '../../../domain/ids.ts';
import { badRequest, refuse } from '../../http/refusal.ts';
import { visibleEpisode } from '../../objects/episode.ts';
import { visibleTrack } from '../../objects/track.ts';
import type { World } from '../../world/world.ts';

export const mostUris = 100;

export function textsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw badRequest('No uris provided');
  if (value.length > mostUris) throw badRequest('You can add a maximum of 100 tracks per request.');
  for (const uri of value) {
    if (typeof uri !== 'string') throw badRequest('Invalid track uri: not a string');
  }
  return value as readonly string[];
}

/** All of them or none: one that cannot be read is 400, one that names nothing is 502 for the whole batch. */
export function addable(world: World, uris: readonly string[]): readonly string[] {
  for (const uri of uris) {
    if (!isAddableUri(uri)) throw badRequest(`Invalid track uri: ${uri}`);
  }
  for (const uri of uris) {
    const id = uri.slice(uri.lastIndexOf(':') + 1);
    const found = uri.startsWith('spotify:track:') ? visibleTrack(world, id) : visibleEpisode(world, id);
    if (found === undefined) throw refuse(502, 'Error while loading resource');
  }
  return uris;
}
