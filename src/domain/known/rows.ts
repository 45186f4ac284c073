import type { AddableUri, LocalUri, UserId } from '../ids.ts';
import { isLocalUri } from '../ids.ts';
import type { Actual, Row } from '../playlist.ts';
import { long, short } from './short.ts';

type Packed = readonly (readonly [uri: string | null, addedAt: string | null, addedBy: UserId | null])[];

const texts = new WeakMap<Actual, string>();

/**
 * The same playlist, under another snapshot if one is given, with its rows as one text, a third of the room: they are made
 * anew whenever they are asked for. A copy by `...` holds them as objects again.
 */
export function packed(actual: Actual, snapshot = actual.snapshot): Actual {
  const { id, owner, details, followers } = actual;
  const text = texts.get(actual) ?? packRows(actual.rows);
  const made: Actual = {
    id,
    owner,
    snapshot,
    details,
    followers,
    get rows() {
      return unpackRows(text);
    },
  };
  texts.set(made, text);
  return made;
}

function packRows(rows: readonly Row[]): string {
  const packed: Packed = rows.map((row) => [row.kind === 'gone' ? null : short(row.uri), row.addedAt, row.addedBy]);
  return JSON.stringify(packed);
}

function unpackRows(text: string): readonly Row[] {
  // Written above.
  const rows = JSON.parse(text) as Packed;
  return rows.map(([uri, addedAt, addedBy]): Row => {
    if (uri === null) return { kind: 'gone', addedAt, addedBy };
    if (isLocalUri(uri)) return { kind: 'local', uri: uri as LocalUri, addedAt, addedBy };
    return { kind: 'item', uri: long(uri) as AddableUri, addedAt, addedBy };
  });
}
