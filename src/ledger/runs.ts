import { Type } from 'typebox';
import type { Slug } from '../domain/ids.ts';
import type { RunEnd, RunIntent, RunLine } from '../domain/records/run.ts';
import type { Checked } from '../problem/checked.ts';
import { lineParser } from './lines.ts';

const about = {
  run: Type.String(),
  at: Type.String(),
  night: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  trigger: Type.Union([Type.Literal('schedule'), Type.Literal('merge'), Type.Literal('manual')]),
  actor: Type.Union([Type.String(), Type.Null()]),
  commit: Type.Union([Type.String(), Type.Null()]),
  requests: Type.Record(Type.String(), Type.Integer()),
  sentAt: Type.Optional(Type.Record(Type.String(), Type.Array(Type.Integer()))),
};

const finding = Type.Object({ code: Type.String(), facts: Type.Object({}) });

const intent = Type.Object({
  slug: Type.String(),
  id: Type.Union([Type.String(), Type.Null()]),
  nonce: Type.Union([Type.String(), Type.Null()]),
  before: Type.String(),
  writes: Type.Array(Type.Object({ kind: Type.String() })),
  entered: Type.Array(Type.Object({ key: Type.String() })),
  left: Type.Array(Type.Object({ key: Type.String() })),
  moved: Type.Array(Type.Object({ key: Type.String() })),
});

const parse = lineParser(
  Type.Union([
    Type.Object({
      ...about,
      event: Type.Literal('intent'),
      promised: Type.Optional(Type.Record(Type.String(), Type.Integer())),
      intents: Type.Array(intent),
    }),
    Type.Object({
      ...about,
      event: Type.Literal('end'),
      nights: Type.Array(Type.String()),
      ended: Type.String(),
      skipped: Type.Array(Type.String()),
      undone: Type.Array(Type.Object({ slug: Type.String(), because: Type.String() })),
      findings: Type.Optional(Type.Array(Type.Object({ slug: Type.String(), finding }))),
      unconfirmed: Type.Array(Type.String()),
      changed: Type.Array(Type.String()),
      exit: Type.Integer(),
      audit: Type.Object({ entries: Type.Integer(), digest: Type.String() }),
      lines: Type.Optional(Type.Object({ facts: Type.Integer(), history: Type.Integer(), runs: Type.Integer() })),
    }),
  ]),
);

export function parseRuns(text: string, path: string): Checked<readonly RunLine[]> {
  const parsed = parse(text, path);
  // What the schema leaves open was typed when it was written.
  return parsed.ok ? { ok: true, value: parsed.value as unknown as readonly RunLine[] } : parsed;
}

/** The run that announced writes and never said how they ended; undefined when the last one did. */
export function openRun(runs: readonly RunLine[]): RunIntent | undefined {
  const last = runs.at(-1);
  return last?.event === 'intent' ? last : undefined;
}

/** Runs that ended, oldest first. */
export const endsOf = (runs: readonly RunLine[]): readonly RunEnd[] => runs.filter((run) => run.event === 'end');

/** Rules that the last run left undone, each with the first night of the runs in a row that did. */
export function waitingSince(runs: readonly RunLine[]): ReadonlyMap<Slug, string> {
  let waiting = new Map<Slug, string>();
  for (const { night, undone } of endsOf(runs))
    waiting = new Map(undone.map(({ slug }) => [slug, waiting.get(slug) ?? night]));
  return waiting;
}
