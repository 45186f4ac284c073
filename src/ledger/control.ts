import { Type } from 'typebox';
import type { Control } from '../domain/portfolio.ts';
import type { Checked } from '../problem/checked.ts';
import { recordParser } from './parse.ts';

const parse = recordParser(
  Type.Object({
    version: Type.Literal(1),
    playlists: Type.Record(
      Type.String(),
      Type.Object(
        {
          id: Type.String({ pattern: '^[0-9A-Za-z]{22}$' }),
          contact: Type.Union([Type.Literal('first'), Type.Literal('known')]),
        },
        { additionalProperties: false },
      ),
    ),
  }),
);

/** Which playlist each rule of an account rules. */
export function parseControl(text: string, path: string): Checked<Control> {
  const parsed = parse(text, path);
  // The schema's pattern is what the id's brand stands for.
  return parsed.ok ? { ok: true, value: parsed.value as Control } : parsed;
}

/** Sorted by rule, so that a diff shows only what changed. */
export function renderControl({ version, playlists }: Control): string {
  const sorted = Object.entries(playlists).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ version, playlists: Object.fromEntries(sorted) }, null, 2)}\n`;
}
