import { Type } from 'typebox';
import { isAddableUri, isLocalUri, type PlaylistId, type Slug, type SnapshotId, type UserId } from '../domain/ids.ts';
import type { Actual, Row } from '../domain/playlist.ts';
import type { Checked } from '../problem/checked.ts';
import { recordParser } from './parse.ts';

const parse = recordParser(
  Type.Object({
    version: Type.Literal(1),
    rule: Type.String(),
    id: Type.String({ pattern: '^[0-9A-Za-z]{22}$' }),
    owner: Type.String(),
    snapshot: Type.String(),
    details: Type.Object({
      name: Type.String(),
      description: Type.String(),
      public: Type.Union([Type.Boolean(), Type.Null()]),
      collaborative: Type.Boolean(),
    }),
    followers: Type.Union([Type.Integer(), Type.Null()]),
    rows: Type.Array(Type.Array(Type.Union([Type.String(), Type.Null()]), { minItems: 2, maxItems: 2 })),
  }),
);

/** A playlist as it was last read. Who added a row is not kept: other people's ids do not belong into a repository. */
export function parsePlaylist(text: string, path: string): Checked<Actual> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  const { id, owner, snapshot, details, followers, rows } = parsed.value;
  return {
    ok: true,
    value: {
      id: id as PlaylistId,
      owner: owner as UserId,
      snapshot: snapshot as SnapshotId,
      details,
      followers,
      rows: rows.map(([uri, addedAt]) => rowOf(uri ?? null, addedAt ?? null)),
    },
  };
}

function rowOf(uri: string | null, addedAt: string | null): Row {
  if (uri !== null && isAddableUri(uri)) return { kind: 'item', uri, addedAt, addedBy: null };
  if (uri !== null && isLocalUri(uri)) return { kind: 'local', uri, addedAt, addedBy: null };
  return { kind: 'gone', addedAt, addedBy: null };
}

/** One row a line, so that a diff shows music; no facts of tracks, they stand once elsewhere. */
export function renderPlaylist(slug: Slug, { id, owner, snapshot, details, followers, rows }: Actual): string {
  const head = JSON.stringify({ version: 1, rule: slug, id, owner, snapshot, details, followers }, null, 2).slice(
    0,
    -2,
  );
  const lines = rows.map((row) => `    ${JSON.stringify([row.kind === 'gone' ? null : row.uri, row.addedAt])}`);
  return `${head},\n  "rows": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}
