import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Plan } from '../domain/plan.ts';
import type { Checked } from '../problem/checked.ts';
import { recordParser } from './parse.ts';

const parse = recordParser(
  Type.Object({
    version: Type.Literal(1),
    night: Type.String(),
    boundTo: Type.Object({ rules: Type.String(), facts: Type.String() }),
    playlists: Type.Array(
      Type.Object({
        slug: Type.String(),
        rule: Type.String(),
        before: Type.Object({ hash: Type.String() }),
        writes: Type.Array(Type.Unknown()),
      }),
    ),
    envelope: Type.Object({
      playlists: Type.Array(Type.String()),
      removals: Type.Integer(),
      additions: Type.Integer(),
      requests: Type.Integer(),
      datesLost: Type.Integer(),
    }),
  }),
  'given',
);

/** A plan as `plan --out` wrote it. Applying plans anew and takes only the envelope from it. */
export function parsePlan(text: string, path: string): Checked<Plan> {
  const parsed = parse(text, path);
  // What the schema leaves open is never used but to compare with a plan made anew.
  return parsed.ok ? { ok: true, value: parsed.value as unknown as Plan } : parsed;
}

/** Two spaces, keys sorted, a newline at the end: the same plan is the same bytes. */
export const renderPlanFile = (plan: Plan): string => `${JSON.stringify(JSON.parse(canonicalJson(plan)), null, 2)}\n`;
