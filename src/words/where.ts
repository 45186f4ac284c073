import { Type } from 'typebox';
import type { Condition } from '../domain/rule.ts';
import { below } from './below.ts';
import { documented } from './documented.ts';
import { fields } from './where/index.ts';
import { defineKey, type FieldWord, type Reading } from './word.ts';

export { type Judgement, judge } from './where/judge.ts';

/** A map of fields and of `all`, `any`, `not`; several entries must all hold. */
type Written = { readonly [word: string]: unknown };

const condition = Type.Unsafe<Written>({ $ref: '#/$defs/condition' });
const conditions = Type.Array(condition);

const wholeCondition = Type.Object(
  {
    all: Type.Optional(conditions),
    any: Type.Optional(Type.Array(condition, { minItems: 1 })),
    not: Type.Optional(condition),
    ...Object.fromEntries(Object.values(fields).map((word) => [word.key, Type.Optional(documented(word))])),
  },
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'A map of fields and of "all", "any" and "not"; what it names must all hold',
  },
);

export const where = defineKey({
  key: 'where',
  summary:
    'Keeps what every condition of the list holds for; `all`, `any` and `not` nest. What is not known is neither true nor false.',
  example: 'where:\n  - released: { in_the_last: 28d }\n  - any: [{ explicit: false }, { artist: Mariya Takeuchi }]',
  schema: Type.Union([condition, conditions]),
  definitions: { condition: wholeCondition },
  read: (written, reading): Condition | undefined =>
    Array.isArray(written) ? readAll('all', written, reading) : readOne(written as Written, reading),
  absent: (at): Condition => ({ kind: 'all', of: [], at }),
});

function readAll(kind: 'all' | 'any', written: readonly Written[], reading: Reading): Condition | undefined {
  const of = written.map((one, index) => readOne(one, below(reading, index)));
  return of.every((one) => one !== undefined) ? { kind, of, at: reading.at() } : undefined;
}

function readOne(written: Written, reading: Reading): Condition | undefined {
  const of = Object.entries(written).map(([word, value]) => readEntry(word, value, below(reading, word)));
  if (!of.every((one) => one !== undefined)) return undefined;
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: 'all', of, at: reading.at() };
}

function readEntry(word: string, value: unknown, reading: Reading): Condition | undefined {
  if (word === 'all' || word === 'any') return readAll(word, value as readonly Written[], reading);
  if (word === 'not') {
    const of = readOne(value as Written, reading);
    return of && { kind: 'not', of, at: reading.at() };
  }
  const args = (fields as Readonly<Record<string, FieldWord>>)[word]?.read(value, reading);
  return args === undefined ? undefined : { kind: 'test', word, args, at: reading.at() };
}
