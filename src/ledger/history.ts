import { Type } from 'typebox';
import type { HistoryLine } from '../domain/records/history.ts';
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

export function parseHistory(text: string, path: string): Checked<readonly HistoryLine[]> {
  const parsed = parse(text, path);
  // Ids and rows are brands of plain text.
  return parsed.ok ? { ok: true, value: parsed.value as unknown as readonly HistoryLine[] } : parsed;
}
