import { selected } from '../../fields/project.ts';
import type { Call, Route } from '../../http/call.ts';
import { json, type Outgoing } from '../../http/incoming.ts';
import { limitIn, offsetIn } from '../../http/query.ts';
import { paging } from '../../objects/paging.ts';
import { contentsKey, wholePlaylist } from '../../objects/playlist.ts';
import { shownRow } from '../../objects/row.ts';
import { shownRows } from '../../world/rows.ts';
import type { Playlist } from '../../world/schema/playlists.ts';
import { mayRead, namedPlaylist, readable } from './access.ts';

const embeddedRows = 100;

/** The head with the first 100 rows. */
export const readPlaylist: Route = {
  method: 'GET',
  pattern: '/playlists/:',
  bucket: 'playlist_reads',
  run(call) {
    const playlist = namedPlaylist(call);
    // Without the scope the contents stay out as they do for strangers [?].
    const opens = mayRead(call, playlist) && call.session.scopes.has('playlist-read-private');
    // `next` asks for as many rows as are embedded, more than /items gives [?]: following it blindly is a 400.
    const path = `/playlists/${playlist.id}/${contentsKey(call)}`;
    const inside: Call = { ...call, path, query: new URLSearchParams() };
    const items = opens ? page(call, inside, playlist, 0, embeddedRows) : undefined;
    return json(200, selected(call.query, wholePlaylist(call, playlist, items)));
  },
};

export const readItems: Route = {
  method: 'GET',
  pattern: '/playlists/:/items',
  bucket: 'playlist_reads',
  run: readItemsUpTo(50),
};

export function readItemsUpTo(most: number) {
  return (call: Call): Outgoing => {
    const playlist = readable(call);
    const limit = limitIn(call.query, 20, most);
    return json(200, selected(call.query, page(call, call, playlist, offsetIn(call.query), limit)));
  };
}

function page(call: Call, addressed: Call, playlist: Playlist, offset: number, limit: number): object {
  const rows = shownRows(call.world, playlist);
  const items = rows.slice(offset, offset + limit).map((row) => shownRow(call, row));
  return paging(addressed, { items, offset, limit, total: rows.length });
}
