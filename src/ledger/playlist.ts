import { Type } from 'typebox';
import { isAddableUri, isLocalUri, type PlaylistId, type Slug, type UserId } from '../domain/ids.ts';
import type { Row } from '../domain/playlist.ts';
import type { Checked } from '../problem/checked.ts';
import type { Recorded } from './ledger.ts';
import { recordParser } from './parse.ts';
import { unseenSnapshot } from './snapshots.ts';

const parse = recordParser(
  Type.Object({
    version: Type.Literal(1),
    rule: Type.Union([Type.String(), Type.Null()]),
    id: Type.String({ pattern: '^[0-9A-Za-z]{22}$' }),
    owner: Type.String(),
    details: Type.Object({
      name: Type.String(),
      description: Type.String(),
      public: Type.Union([Type.Boolean(), Type.Null()]),
      collaborative: Type.Boolean(),
    }),
    rows: Type.Array(Type.Array(Type.Union([Type.String(), Type.Null()]), { minItems: 2, maxItems: 2 })),
  }),
);

/**
 * A playlist as it was last read; its snapshot stands elsewhere (`snapshots.ts`). Who added a row is not kept: other
 * people's ids do not belong into a repository.
 */
export function parsePlaylist(text: string, path: string): Checked<Recorded> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  const { rule, id, owner, details, rows } = parsed.value;
  const actual = {
    id: id as PlaylistId,
    owner: owner as UserId,
    snapshot: unseenSnapshot,
    details,
    followers: null,
    rows: rows.map(([uri, addedAt]) => rowOf(uri ?? null, addedAt ?? null)),
  };
  return { ok: true, value: { rule: rule as Slug | null, actual } };
}

function rowOf(uri: string | null, addedAt: string | null): Row {
  if (uri !== null && isAddableUri(uri)) return { kind: 'item', uri, addedAt, addedBy: null };
  if (uri !== null && isLocalUri(uri)) return { kind: 'local', uri, addedAt, addedBy: null };
  return { kind: 'gone', addedAt, addedBy: null };
}

/** One row a line, so that a diff shows music; no facts of tracks and no followers, they stand once elsewhere. */
export function renderPlaylist({ rule, actual }: Recorded): string {
  const { id, owner, rows } = actual;
  const { name, description, public: isPublic, collaborative } = actual.details;
  const told = {
    version: 1,
    rule,
    id,
    owner,
    details: { name, description, public: isPublic, collaborative },
  };
  const head = JSON.stringify(told, null, 2).slice(0, -2);
  const lines = rows.map((row) => `    ${JSON.stringify([row.kind === 'gone' ? null : row.uri, row.addedAt])}`);
  return `${head},\n  "rows": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}
