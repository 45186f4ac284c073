import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { ourSchemas } from '../../domain/schemas.ts';

/** What Ajv says is wrong with a value; `isCut` when it was told to stop before the end. */
export type Verdict = { readonly errors: readonly ErrorObject[]; readonly isCut: boolean };
export type Validator = (value: unknown) => Verdict;

/** Far more than anyone corrects at once; a file that is wrong in so many places is another kind of file. */
const mostErrors = 1000;

/** Ajv copies all errors so far with each new one: past so many values it is asked for the first error only. */
const mostValues = 20_000;

/** A validator of this schema, compiled when it is first used. */
export function validatorOf(schema: object): Validator {
  const first = compiledOnce(schema, false);
  const all = compiledOnce(schema, true);
  return (value) => {
    if (first()(value)) return { errors: [], isCut: false };
    if (count(value, mostValues) > mostValues) return { errors: first().errors ?? [], isCut: true };
    all()(value);
    const errors = all().errors ?? [];
    return { errors: errors.slice(0, mostErrors), isCut: errors.length > mostErrors };
  };
}

function compiledOnce(schema: object, allErrors: boolean): () => ValidateFunction {
  let compiled: ValidateFunction | undefined;
  return () => {
    compiled ??= new Ajv({ ...ourSchemas, allErrors, verbose: true, strict: false }).compile(schema);
    return compiled;
  };
}

/** How many values a value holds, counted no further than past the limit. */
function count(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let counted = 1;
  for (const part of Object.values(value)) {
    if (counted > limit) return counted;
    counted += count(part, limit - counted);
  }
  return counted;
}
