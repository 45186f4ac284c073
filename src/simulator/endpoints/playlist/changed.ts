import type { Call } from '../../http/call.ts';
import { json, type Outgoing } from '../../http/incoming.ts';
import { badRequest, refuse } from '../../http/refusal.ts';
import { changed, instant } from '../../world/edit.ts';
import { writeRows } from '../../world/rows.ts';
import type { Playlist, Row } from '../../world/schema/playlists.ts';
import { currentSnapshot } from '../../world/snapshot.ts';

export const mostRows = 10_000;

export const newRows = ({ world, user }: Call, uris: readonly string[]): Row[] => {
  const addedAt = instant(world.nowMs);
  return uris.map((uri) => ({ uri, addedAt, addedBy: user.id }));
};

/** Puts the rows in place and answers with a snapshot id that readers will see only later. */
export function setRows(call: Call, playlist: Playlist, rows: Row[], status = 200): Outgoing {
  if (rows.length > mostRows && rows.length > playlist.rows.length) throw refuse(403, 'Playlist size limit reached');
  writeRows(call.world, playlist, rows);
  changed(call.world, playlist);
  call.logged.effect = true;
  call.logged.rowsAfter = rows.length;
  return json(status, { snapshot_id: currentSnapshot(playlist) });
}

/** Nothing to do is a success, and the playlist stays as it was. */
export function unchanged(call: Call, playlist: Playlist): Outgoing {
  call.logged.rowsAfter = playlist.rows.length;
  return json(200, { snapshot_id: currentSnapshot(playlist) });
}

/**
 * A snapshot id is looked at only as far as whether it is one. An old one rejects nothing: the write is merged, which
 * here means done to the list as it is now.
 */
export function checkSnapshot(value: unknown): void {
  if (value === undefined || value === null) return;
  const isOne = typeof value === 'string' && Buffer.from(value, 'base64').length === 24;
  if (!isOne) throw badRequest('Invalid snapshot_id');
}
