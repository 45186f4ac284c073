import { createHash } from 'node:crypto';
import type { Playlist } from './schema/playlists.ts';

/** An opaque id of one state: 4 bytes of the revision, then 20 that follow from it and the playlist. */
function snapshotId(playlist: Playlist, revision: number, note: string): string {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(revision);
  const tail = createHash('sha1').update(`${playlist.id} ${revision} ${note}`).digest();
  return Buffer.concat([head, tail]).toString('base64');
}

/** What a write answers with. */
export const currentSnapshot = (playlist: Playlist): string => snapshotId(playlist, playlist.revision, '');

/** What readers see: for a third of the lag the state before, then one that nobody was ever told of, then the truth. */
export function shownSnapshot(playlist: Playlist, nowMs: number, lagSeconds: number): string {
  const { late } = playlist;
  if (late === null) return currentSnapshot(playlist);
  const ageMs = nowMs - late.sinceMs;
  if (ageMs >= lagSeconds * 1000) return currentSnapshot(playlist);
  return ageMs * 3 < lagSeconds * 1000
    ? snapshotId(playlist, late.revision, '')
    : snapshotId(playlist, playlist.revision, 'in between');
}

/** Marks the playlist as changed now. What was shown a moment ago goes on being shown for a while. */
export function touch(playlist: Playlist, nowMs: number, lagSeconds: number): void {
  const settled = playlist.late === null || nowMs - playlist.late.sinceMs >= lagSeconds * 1000;
  const shown = settled ? playlist.revision : (playlist.late?.revision ?? playlist.revision);
  playlist.late = { revision: shown, sinceMs: nowMs };
  playlist.revision += 1;
}
