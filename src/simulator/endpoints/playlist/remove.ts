import { isAddableUri, isLocalUri } from '../../../domain/ids.ts';
import { bodyOf } from '../../http/body.ts';
import type { Call, Route } from '../../http/call.ts';
import type { Outgoing } from '../../http/incoming.ts';
import { badRequest } from '../../http/refusal.ts';
import { visibleEpisode } from '../../objects/episode.ts';
import { visibleTrack } from '../../objects/track.ts';
import type { World } from '../../world/world.ts';
import { writable } from './access.ts';
import { checkSnapshot, setRows, unchanged } from './changed.ts';
import { mostUris } from './uris.ts';

/** Takes out every occurrence; `positions` are not looked at. The key is `items`: the old `tracks` means nothing. */
export const removeItems: Route = {
  method: 'DELETE',
  pattern: '/playlists/:/items',
  bucket: 'writes',
  run: removeNamed('items'),
};

/** The rows are named under this key of the body. */
export function removeNamed(key: 'items' | 'tracks') {
  return (call: Call): Outgoing => {
    const playlist = writable(call);
    const { [key]: items, snapshot_id: snapshot } = bodyOf(call);
    if (!Array.isArray(items) || items.length === 0) throw badRequest('No uris provided');
    if (items.length > mostUris) throw badRequest('You can remove a maximum of 100 tracks per request.');
    checkSnapshot(snapshot);
    const asked = new Set(items.map(uriOf));
    const rows = playlist.rows.filter(({ uri }) => uri === null || !asked.has(uri) || !removable(call.world, uri));
    return rows.length === playlist.rows.length ? unchanged(call, playlist) : setRows(call, playlist, rows);
  };
}

function uriOf(item: unknown): string {
  const uri = typeof item === 'object' && item !== null && 'uri' in item ? item.uri : undefined;
  if (typeof uri !== 'string') throw badRequest('No uris provided');
  if (!isAddableUri(uri) && !isLocalUri(uri)) throw badRequest(`Invalid track uri: ${uri}`);
  return uri;
}

/**
 * Rows are found by the URI that was stored: the one shown after relinking finds nothing, and that is no error. Local
 * files could only be removed by position, which is gone, and rows that read as null cannot be removed at all [?].
 */
function removable(world: World, uri: string): boolean {
  const id = uri.slice(uri.lastIndexOf(':') + 1);
  return (uri.startsWith('spotify:track:') ? visibleTrack(world, id) : visibleEpisode(world, id)) !== undefined;
}
