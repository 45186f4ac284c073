import { Type } from 'typebox';
import type { HistoryLine } from '../domain/records/history.ts';
import { Shared } from '../domain/shared.ts';
import type { Checked } from '../problem/checked.ts';
import { lineParser } from './lines.ts';

const parse = lineParser(
  Type.Object(
    {
      night: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      playlist: Type.String(),
      count: Type.Integer(),
      followers: Type.Union([Type.Integer(), Type.Null()]),
      entered: Type.Array(Type.String()),
      left: Type.Array(Type.String()),
      hash: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
);

export function parseHistory(text: string, path: string, shared = new Shared()): Checked<readonly HistoryLine[]> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  const value = parsed.value.map((line) => ({
    ...line,
    playlist: shared.text(line.playlist),
    entered: line.entered.map((key) => shared.text(key)),
    left: line.left.map((key) => shared.text(key)),
  }));
  // Ids and rows are brands of plain text.
  return { ok: true, value: value as unknown as readonly HistoryLine[] };
}
