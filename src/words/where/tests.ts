import { type TSchema, Type } from 'typebox';
import { below } from '../below.ts';
import { allOf, type Tri } from '../values/kleene.ts';
import type { Asking, Reading } from '../word.ts';
import type { Operators } from './operator.ts';

export type Test = { readonly operator: string; readonly operand: unknown };

/** What is written behind a field: a bare value, which means `is`, or a map of operators that must all hold. */
export type Tests<Datum> = {
  readonly schema: TSchema;
  readonly read: (written: unknown, reading: Reading) => readonly Test[] | undefined;
  readonly holds: (tests: readonly Test[], datum: Datum, asking: Asking) => Tri;
};

export function testsWith<Datum>(operators: Operators<Datum>): Tests<Datum> {
  const each = Object.fromEntries(Object.entries(operators).map(([name, { schema }]) => [name, Type.Optional(schema)]));
  return {
    schema: Type.Union([operators.is.schema, Type.Object(each, { additionalProperties: false, minProperties: 1 })]),
    read: (written, reading) => readTests(operators, written, reading),
    holds: (tests, datum, asking) =>
      allOf(tests.map(({ operator, operand }) => operators[operator]?.holds(operand, datum, asking) ?? null)),
  };
}

function readTests<Datum>(
  operators: Operators<Datum>,
  written: unknown,
  reading: Reading,
): readonly Test[] | undefined {
  const isMap = typeof written === 'object' && written !== null && !Array.isArray(written);
  const parts: readonly (readonly [string, unknown])[] = isMap ? Object.entries(written) : [['is', written]];
  const tests = parts.flatMap(([operator, value]): readonly Test[] => {
    const operand = operators[operator]?.read(value, isMap ? below(reading, operator) : reading);
    return operand === undefined ? [] : [{ operator, operand }];
  });
  return tests.length === parts.length ? tests : undefined;
}
