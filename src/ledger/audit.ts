import { Type } from 'typebox';
import { hashOf } from '../domain/hash.ts';
import type { PlaylistId } from '../domain/ids.ts';
import type { AuditBody, AuditLine } from '../domain/records/audit.ts';
import type { Checked } from '../problem/checked.ts';
import { lineParser } from './lines.ts';

const digest = Type.String({ pattern: '^[0-9a-f]{64}$' });
const hash = Type.String({ pattern: '^[0-9a-f]{32}$' });
const noted = Type.Array(Type.Object({ key: Type.String(), why: Type.Array(Type.Object({})) }));

const body = Type.Object({
  at: Type.String(),
  night: Type.String(),
  run: Type.String(),
  playlist: Type.String(),
  rule: Type.Union([Type.String(), Type.Null()]),
  kind: Type.Union(
    ['created', 'adopted', 'items', 'details', 'renamed', 'forgotten'].map((kind) => Type.Literal(kind)),
  ),
  who: Type.Object({ by: Type.Union(['setlist', 'hand', 'spotify'].map((by) => Type.Literal(by))) }),
  entered: noted,
  left: noted,
  moved: noted,
  before: hash,
  after: hash,
});

const parse = lineParser(
  Type.Union([
    Type.Object({ digest, previous: digest, body }, { additionalProperties: false }),
    Type.Object(
      { digest, previous: digest, purged: Type.String(), night: Type.String() },
      { additionalProperties: false },
    ),
  ]),
);

/** The links of one month. Whether they hold together is `checkChain`'s to say. */
export function parseAudit(text: string, path: string): Checked<readonly AuditLine[]> {
  const parsed = parse(text, path);
  // What the schema leaves open was typed when it was written, and its digest says whether it is still that.
  return parsed.ok ? { ok: true, value: parsed.value as unknown as readonly AuditLine[] } : parsed;
}

/** What playlists were called that are forgotten, as far as the audit says. */
export const namesOfGone = ({ audit }: { readonly audit: readonly AuditLine[] }): ReadonlyMap<PlaylistId, string> =>
  new Map(
    audit.flatMap((line) =>
      'body' in line && line.body.gone !== undefined ? [[line.body.playlist, line.body.gone.name] as const] : [],
    ),
  );

export const digestOf = (previous: string, entry: AuditBody): string => hashOf({ previous, body: entry });

/** New links, the first after `previous`. */
export function chained(previous: string, bodies: readonly AuditBody[]): readonly AuditLine[] {
  let last = previous;
  return bodies.map((entry) => {
    const line: AuditLine = { digest: digestOf(last, entry), previous: last, body: entry };
    last = line.digest;
    return line;
  });
}
