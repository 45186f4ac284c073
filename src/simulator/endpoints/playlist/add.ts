import { bodyOf, type JsonObject, optional } from '../../http/body.ts';
import type { Call, Route } from '../../http/call.ts';
import { wholeNumber } from '../../http/query.ts';
import { badRequest } from '../../http/refusal.ts';
import { writable } from './access.ts';
import { newRows, setRows } from './changed.ts';
import { addable, textsIn } from './uris.ts';

/** Not idempotent: sent twice, the rows stand there twice. */
export const addItems: Route = {
  method: 'POST',
  pattern: '/playlists/:/items',
  bucket: 'writes',
  run(call) {
    const playlist = writable(call);
    const { uris, position } = asked(call, bodyOf(call), playlist.rows.length);
    if (uris.length === 0) throw badRequest('No uris provided');
    const added = newRows(call, addable(call.world, uris));
    const rows = [...playlist.rows.slice(0, position), ...added, ...playlist.rows.slice(position)];
    return setRows(call, playlist, rows, 201);
  },
};

/** When the query has URIs, the body does not count at all. */
function asked({ query }: Call, body: JsonObject, end: number): { uris: readonly string[]; position: number } {
  const inQuery = query.get('uris');
  if (inQuery !== null) {
    return { uris: textsIn(listed(inQuery)), position: wholeNumber(query, 'position', end, 0, end) };
  }
  const position = optional(body, 'position', 'number') ?? end;
  if (position < 0 || position > end) throw badRequest('Index out of bounds.');
  return { uris: textsIn(body['uris']), position };
}

export const listed = (text: string): readonly string[] => (text === '' ? [] : text.split(','));
