import { bodyOf, type JsonObject, optional } from '../../http/body.ts';
import type { Call, Route } from '../../http/call.ts';
import type { Outgoing } from '../../http/incoming.ts';
import { badRequest } from '../../http/refusal.ts';
import type { Playlist } from '../../world/schema/playlists.ts';
import { writable } from './access.ts';
import { listed } from './add.ts';
import { checkSnapshot, newRows, setRows, unchanged } from './changed.ts';
import { addable, textsIn } from './uris.ts';

/** Two requests under one name, never both: replace everything, or move one block. */
export const putItems: Route = {
  method: 'PUT',
  pattern: '/playlists/:/items',
  bucket: 'writes',
  run(call) {
    const playlist = writable(call);
    const body = bodyOf(call);
    const inQuery = call.query.get('uris');
    const replaces = inQuery !== null || 'uris' in body;
    const moves = inQuery === null && ('range_start' in body || 'insert_before' in body);
    if (replaces && moves) throw badRequest('Cannot replace and reorder in one request');
    if (moves) return reorder(call, playlist, body);
    return replace(call, playlist, textsIn(inQuery === null ? body['uris'] : listed(inQuery)));
  },
};

/** Whether replacing resets `added_at` is told both ways [?]; here it does, also for rows that stay. */
const replace = (call: Call, playlist: Playlist, uris: readonly string[]): Outgoing =>
  setRows(call, playlist, newRows(call, addable(call.world, uris)));

/** Rows keep their dates. `insert_before` counts in the list before the move. */
function reorder(call: Call, playlist: Playlist, body: JsonObject): Outgoing {
  const start = optional(body, 'range_start', 'number');
  const before = optional(body, 'insert_before', 'number');
  const length = optional(body, 'range_length', 'number') ?? 1;
  checkSnapshot(body['snapshot_id']);
  if (start === undefined) throw badRequest('Missing required field: range_start');
  if (before === undefined) throw badRequest('Missing required field: insert_before');
  const { rows } = playlist;
  const end = start + length;
  if (start < 0 || length < 1 || end > rows.length || before < 0 || before > rows.length) {
    throw badRequest('Index out of bounds.');
  }
  if (before >= start && before <= end) return unchanged(call, playlist);
  const block = rows.slice(start, end);
  return setRows(
    call,
    playlist,
    before < start
      ? [...rows.slice(0, before), ...block, ...rows.slice(before, start), ...rows.slice(end)]
      : [...rows.slice(0, start), ...rows.slice(end, before), ...block, ...rows.slice(before)],
  );
}
