import type { ErrorObject } from 'ajv';
import { type Problem, problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';
import { type Located, placeOf } from '../source/located.ts';
import { found } from './found.ts';
import { oursFor, refusedWord } from './unknown-word.ts';
import { wantedBy } from './wanted.ts';

/** One sentence about a value, whatever the number of forms that it does not have. */
export function wrongValue(what: string, part: Located, errors: readonly ErrorObject[]): Problem {
  const { value, written } = part;
  const at = placeOf(part);
  const words = errors.flatMap((error) => wordsOf(error));
  const isWord = typeof value === 'string' && words.length > 0;
  const refused = isWord ? refusedWord(value, words, at) : undefined;
  if (refused !== undefined) return refused;
  const ours = isWord ? oursFor(value, words)?.replace(/^Write /, '') : undefined;
  const wanted = ours ?? [...new Set(errors.flatMap((error) => wantedBy(error)))].join(', or ');
  const nearest = ours === undefined ? meant(part, words, errors) : null;
  return problem(
    'rules/wrong-value',
    { what, found: written ?? found(value), wanted: wanted || 'something else', nearest },
    at,
  );
}

const wordsOf = ({ keyword, schema }: ErrorObject): readonly string[] => {
  if (keyword === 'const' && typeof schema === 'string') return [schema];
  return keyword === 'enum' && Array.isArray(schema) ? schema.filter((one) => typeof one === 'string') : [];
};

/** What was probably meant, as it is to be typed; null when that is anyone's guess. */
function meant({ value, written }: Located, words: readonly string[], errors: readonly ErrorObject[]): string | null {
  const types = errors.flatMap(({ keyword, schema }) => (keyword === 'type' ? [schema] : []));
  if (typeof value === 'boolean' && words.includes(value ? 'on' : 'off')) return value ? 'on' : 'off';
  if (typeof value === 'string' && types.includes('boolean')) return truth(value) ?? nearest(value, words);
  if (typeof value === 'string') return words.length > 0 ? nearest(value, words) : digits(value, types);
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain && types.includes('string') ? `"${written ?? value}"` : null;
}

/** YAML 1.1 took these for truth values; 1.2 does not. */
function truth(text: string): string | null {
  if (/^(?:yes|y|on|true)$/i.test(text)) return 'true';
  return /^(?:no|n|off|false)$/i.test(text) ? 'false' : null;
}

const digits = (text: string, types: readonly unknown[]): string | null =>
  types.includes('integer') && /^\d{1,9}$/.test(text) ? text : null;
