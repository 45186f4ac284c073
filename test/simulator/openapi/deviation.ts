import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isNode, type Node, type Placed, placed } from './document.ts';
import { converter, type Reading } from './json-schema.ts';

/** What a value has that the document does not allow, and where the document says so. */
export type Deviation = { readonly at: string; readonly says: string };

export const keyOf = ({ at, says }: Deviation): string => `${at} ${says}`;

/** Compares values with schemas of the document. */
export type Comparing = (value: unknown, schema: Placed) => readonly Deviation[];

export function comparing(reading: Reading): Comparing {
  const { converted, placeOf } = converter(reading);
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, formats: formatsOfTheDocument });
  const schemas = placed('/components/schemas')?.node ?? {};
  const all = Object.entries(schemas).map(([name, schema]) => [
    name,
    converted(schema as Node, `/components/schemas/${name}`),
  ]);
  ajv.addSchema({ $id: 'spec', components: { schemas: Object.fromEntries(all) } });
  const compiled = new Map<string, ValidateFunction>();
  return (value, { node, at }) => {
    const validate = compiled.get(at) ?? ajv.compile(converted(node, at));
    compiled.set(at, validate);
    if (validate(value)) return [];
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return errors.map((error) => ({ at: placeOf(error.parentSchema ?? {}) ?? '?', says: sayingOf(error) }));
  };
}

const formatsOfTheDocument = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  base64: true,
  float: true,
  int64: true,
} as const;

function sayingOf({ keyword, params, data }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `lacks ${(params as { missingProperty: string }).missingProperty}`;
    case 'not':
      return 'is there';
    case 'type':
      return data === null ? 'is null' : `is ${Array.isArray(data) ? 'array' : typeof data}`;
    case 'enum':
      return `is ${JSON.stringify(data)}`;
    default:
      return `breaks ${keyword}`;
  }
}

export const keysOf = (value: unknown): readonly string[] => (isNode(value) ? Object.keys(value) : []);
