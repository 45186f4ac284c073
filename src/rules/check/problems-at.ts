import type { ErrorObject } from 'ajv';
import { type Problem, problem } from '../../problem/problem.ts';
import { type Located, partAt, placeOf } from '../source/located.ts';
import { unknownWord } from './unknown-word.ts';
import { wrongValue } from './wrong-value.ts';

export type Spot = { readonly located: Located; readonly path: readonly string[]; readonly whole: string };

/** The problems of one value: a word that is not known, one that is missing, else one sentence about the value. */
export function problemsAt(spot: Spot, errors: readonly ErrorObject[]): readonly Problem[] {
  const part = partAt(spot.located, spot.path);
  const unknown = new Map(errors.map(unknownKey).filter((one) => one !== undefined));
  const missing = errors.filter(({ keyword, schemaPath }) => keyword === 'required' && !isChoice(schemaPath));
  const rest = errors.filter(({ keyword }) => keyword !== 'required' && keyword !== 'additionalProperties');
  const choices = errors.filter(({ keyword, schemaPath }) => keyword === 'required' && isChoice(schemaPath));
  const what = nameOf(spot);
  return [
    ...[...unknown].map(([key, allowed]) => unknownWord(key, allowed, part.parts.get(key)?.key ?? placeOf(part))),
    ...missing.map(({ params }) =>
      problem('rules/missing-key', { key: String(params['missingProperty']), in: what }, part.key ?? startOf(part)),
    ),
    ...(rest.length > 0 ? [wrongValue(what, part, rest)] : choices.length > 0 ? [noChoice(what, part, choices)] : []),
  ];
}

function unknownKey({ keyword, params, parentSchema }: ErrorObject): readonly [string, readonly string[]] | undefined {
  if (keyword !== 'additionalProperties') return undefined;
  return [String(params['additionalProperty']), Object.keys(parentSchema?.['properties'] ?? {})];
}

/** Of several keys one is enough: `anyOf: [{ required: [q] }, { required: [filters] }]`. */
const isChoice = (schemaPath: string): boolean => /\/anyOf\/\d+\/required$/.test(schemaPath);

function noChoice(what: string, part: Located, errors: readonly ErrorObject[]): Problem {
  const keys = errors.map(({ params }) => `"${params['missingProperty']}"`);
  const facts = { what, found: `neither ${keys.join(' nor ')}`, wanted: keys.join(' or '), nearest: null };
  return problem('rules/wrong-value', facts, placeOf(part));
}

/** The nearest key above: entries of a list are called after it. */
const nameOf = ({ path, whole }: Spot): string => path.findLast((part) => !/^\d+$/.test(part)) ?? whole;

/** A whole file is marked by its first character. */
const startOf = (part: Located) => ({ ...part.at, length: 1 });
