import type { ErrorObject } from 'ajv';
import { type Problem, problem } from '../../problem/problem.ts';
import { type Located, partAt, placeOf } from '../source/located.ts';
import { unknownKey } from './unknown-word.ts';
import { wrongValue } from './wrong-value.ts';

export type Spot = { readonly located: Located; readonly path: readonly string[]; readonly whole: string };

/** The problems of one value: keys that are not known, keys that are missing, else one sentence about the value. */
export function problemsAt(spot: Spot, errors: readonly ErrorObject[]): readonly Problem[] {
  const part = partAt(spot.located, spot.path);
  const what = nameOf(spot);
  const strange = new Map(errors.map(strangeKey).filter((one) => one !== undefined));
  const unknown = [...strange].map(([key, allowed]) =>
    unknownKey({ key, allowed, in: what, at: part.parts.get(key)?.key ?? placeOf(part) }),
  );
  const required = errors.filter(({ keyword }) => keyword === 'required');
  const choices = required.filter(isChoice);
  const missing = required.filter((error) => !isChoice(error)).map(missingKey);
  const rest = errors.filter(({ keyword }) => keyword !== 'required' && keyword !== 'additionalProperties');
  return [
    ...unknown,
    ...missing
      .filter((key) => !isThere(key, unknown, spot))
      .map((key) => problem('rules/missing-key', { key, in: what }, part.key ?? startOf(part))),
    ...(unknown.length > 0 ? [] : rest.length > 0 ? [wrongValue(what, part, rest)] : noChoice(what, part, choices)),
  ];
}

function strangeKey({ keyword, params, parentSchema }: ErrorObject): readonly [string, readonly string[]] | undefined {
  if (keyword !== 'additionalProperties') return undefined;
  return [String(params['additionalProperty']), Object.keys(parentSchema?.['properties'] ?? {})];
}

/** A key that is there under another name is not missing as well; below the top any strange word may be that name. */
const isThere = (key: string, unknown: readonly Problem[], { path }: Spot): boolean =>
  unknown.some((one) => path.length > 0 || (one.code === 'rules/unknown-key' && one.facts.nearest === key));

const missingKey = ({ params }: ErrorObject): string => String(params['missingProperty']);

/** Of several keys one is enough: `anyOf: [{ required: [q] }, { required: [filters] }]`. */
const isChoice = ({ parentSchema }: ErrorObject): boolean => parentSchema?.['properties'] === undefined;

function noChoice(what: string, part: Located, errors: readonly ErrorObject[]): readonly Problem[] {
  if (errors.length === 0) return [];
  const keys = errors.map((error) => `"${missingKey(error)}"`);
  const facts = { what, found: `neither ${keys.join(' nor ')}`, wanted: keys.join(' or '), nearest: null };
  return [problem('rules/wrong-value', facts, placeOf(part))];
}

/** The nearest key above: entries of a list are called after it. */
const nameOf = ({ path, whole }: Spot): string => path.findLast((part) => !/^\d+$/.test(part)) ?? whole;

/** A whole file is marked by its first character. */
const startOf = (part: Located) => ({ ...part.at, length: 1 });
