import type { ErrorObject } from 'ajv';

/** What a schema wants, as the object of "Write": nothing where it only excludes (null beside other forms). */
export function wantedBy(error: ErrorObject): readonly string[] {
  const schema: Schema = error.parentSchema ?? {};
  // What documents a whole word or file (those have examples or a title) says what it does, not how it is written.
  const documents = 'examples' in schema || 'title' in schema || error.keyword === 'enum';
  const { description } = schema;
  if (typeof description === 'string' && !documents) return [lowerFirst(description)];
  return wordsFor[error.keyword]?.(schema) ?? (error.message === undefined ? [] : [error.message]);
}

type Schema = { readonly [keyword: string]: unknown };

const types: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
};

const range = ({ minimum, maximum }: Schema): string =>
  minimum === undefined || maximum === undefined ? 'a whole number' : `a whole number from ${minimum} to ${maximum}`;

/** By its keys where they are few, else by those that it has to have. */
function map({ properties = {}, required = [] }: Schema): string {
  const keys = Object.keys(properties as object);
  const named = keys.length > 8 && Array.isArray(required) ? required : keys;
  return named.length === 0 || named.length > 8 ? 'a map' : `a map with ${named.join(', ')}`;
}

const entries = (schema: Schema): readonly string[] => {
  const { minItems = 0, maxItems } = schema;
  return [
    minItems === maxItems
      ? `${minItems} entries`
      : `at least ${minItems} entries`.replace(/^at least 1 entries$/, 'at least one entry'),
  ];
};

const wordsFor: { readonly [keyword: string]: (schema: Schema) => readonly string[] } = {
  type: (schema) => {
    const { type } = schema;
    if (type === 'integer') return [range(schema)];
    if (type === 'object') return [map(schema)];
    return typeof type === 'string' && type in types ? [types[type] ?? type] : [];
  },
  enum: ({ enum: all }) => {
    const words = Array.isArray(all) ? all.filter((word) => !/ (?:asc|desc)$/.test(String(word))) : [];
    return [words.length === 1 ? String(words[0]) : `one of: ${words.join(', ')}`];
  },
  const: ({ const: word }) => [String(word)],
  minimum: (schema) => [range(schema)],
  maximum: (schema) => [range(schema)],
  minItems: entries,
  maxItems: entries,
  minProperties: ({ properties = {} }) => [`at least one of: ${Object.keys(properties as object).join(', ')}`],
  maxProperties: () => ['one word a map'],
  minLength: () => ['text'],
  maxLength: ({ maxLength }) => [`at most ${maxLength} characters`],
  pattern: () => ['text that is not empty'],
};

const lowerFirst = (text: string): string =>
  /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
