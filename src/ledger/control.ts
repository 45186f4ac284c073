import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Control } from '../domain/portfolio.ts';
import type { Checked } from '../problem/checked.ts';
import { recordParser } from './parse.ts';

const since = Type.Record(Type.String(), Type.String());
const keys = Type.Array(Type.String());

const parse = recordParser(
  Type.Object(
    {
      version: Type.Literal(1),
      playlists: Type.Record(
        Type.String(),
        Type.Object(
          {
            id: Type.String({ pattern: '^[0-9A-Za-z]{22}$' }),
            contact: Type.Union([Type.Literal('first'), Type.Literal('known')]),
            rule: Type.Optional(Type.String()),
            sources: Type.Optional(since),
          },
          { additionalProperties: false },
        ),
      ),
      hands: Type.Optional(
        Type.Record(
          Type.String(),
          Type.Object(
            {
              held: Type.Optional(
                Type.Object({ since: Type.String(), added: keys, removed: keys, moved: Type.Boolean() }),
              ),
              kept: Type.Optional(since),
              removed: Type.Optional(since),
            },
            { additionalProperties: false },
          ),
        ),
      ),
      leaving: Type.Optional(
        Type.Record(
          Type.String(),
          Type.Record(
            Type.String(),
            Type.Object({ nights: Type.Integer(), last: Type.String() }, { additionalProperties: false }),
          ),
        ),
      ),
      looks: Type.Optional(since),
      sizes: Type.Optional(
        Type.Record(
          Type.String(),
          Type.Object({ least: Type.Integer(), counted: Type.Integer() }, { additionalProperties: false }),
        ),
      ),
      quarantined: Type.Optional(since),
      blockedUntil: Type.Optional(since),
    },
    { additionalProperties: false },
  ),
);

/** Which playlist each rule of an account rules, and what was decided about it. */
export function parseControl(text: string, path: string): Checked<Control> {
  const parsed = parse(text, path);
  // The schema's pattern is what the id's brand stands for.
  return parsed.ok ? { ok: true, value: parsed.value as unknown as Control } : parsed;
}

/** Keys sorted and empty parts left out, so that a diff shows only what changed. */
export function renderControl({ version, playlists, ...parts }: Control): string {
  const filled = Object.entries(parts).filter(([, part]) => Object.keys(part ?? {}).length > 0);
  const sorted: unknown = JSON.parse(canonicalJson({ version, playlists, ...Object.fromEntries(filled) }));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
