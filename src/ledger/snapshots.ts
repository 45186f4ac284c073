import { Type } from 'typebox';
import type { PlaylistId, SnapshotId } from '../domain/ids.ts';
import { packed } from '../domain/known/rows.ts';
import type { Checked } from '../problem/checked.ts';
import type { Recorded } from './ledger.ts';
import { recordParser } from './parse.ts';

/** The snapshot of a playlist that we wrote ourselves: the next listing tells the one that holds (`spotify-api.md` 4.13). */
export const unseenSnapshot = '' as SnapshotId;

export type Playlists = ReadonlyMap<PlaylistId, Recorded>;

const parse = recordParser(
  Type.Object({
    version: Type.Literal(1),
    snapshots: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])),
  }),
);

/** Under which snapshot each playlist was last read. */
export function parseSnapshots(text: string, path: string): Checked<ReadonlyMap<PlaylistId, SnapshotId>> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  const entries = Object.entries(parsed.value.snapshots).map(
    ([id, snapshot]) => [id as PlaylistId, (snapshot ?? unseenSnapshot) as SnapshotId] as const,
  );
  return { ok: true, value: new Map(entries) };
}

/** All in one file: a snapshot follows a change of rows a night later, and a record would be written again for it alone. */
export function renderSnapshots(playlists: Playlists): string {
  const seen = [...playlists].map(([id, { actual }]) => [id, actual.snapshot || null] as const);
  const sorted = seen.sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ version: 1, snapshots: Object.fromEntries(sorted) }, null, 2)}\n`;
}

export const withSnapshot = ({ rule, actual }: Recorded, snapshot: SnapshotId): Recorded => ({
  rule,
  actual: packed(actual, snapshot),
});
