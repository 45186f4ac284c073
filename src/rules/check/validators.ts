import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** What Ajv says is wrong with a value; nothing when it fits. */
export type Validator = (value: unknown) => readonly ErrorObject[];

/** A validator of this schema, compiled when it is first used. */
export function validatorOf(schema: object): Validator {
  let compiled: ValidateFunction | undefined;
  return (value) => {
    compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false }).compile(schema);
    return compiled(value) ? [] : [...(compiled.errors ?? [])];
  };
}
