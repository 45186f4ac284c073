import type { ErrorObject } from 'ajv';
import type { Problem } from '../../problem/problem.ts';
import type { Located } from '../source/located.ts';
import { problemsAt } from './problems-at.ts';
import type { Validator } from './validators.ts';

/** What is wrong with the form of a file, once a place. `whole` names the file in messages: `rule`. */
export function check(located: Located, validate: Validator, whole: string): readonly Problem[] {
  const errors = validate(located.value);
  const byPath = Map.groupBy(errors, ({ instancePath }) => instancePath);
  const branching = pathsAbove(byPath.keys());
  return [...byPath].flatMap(([path, here]) => {
    const meant = branching.has(path) ? here.filter((error) => isAboutParts(error)) : here;
    return problemsAt({ located, path: pathOf(path), whole }, withoutBranches(meant));
  });
}

/**
 * Where a value may have several forms, Ajv complains about each of them. The form that was meant is the one that it
 * got furthest with: what says that the value as a whole is no text, or no list, is noise once there are complaints
 * about its parts.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const aboutParts = errors.filter(isAboutParts);
  if (aboutParts.length > 0) return aboutParts;
  const aboutValue = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const fitting = aboutValue.filter((error) => !isOfAnotherType(error));
  return fitting.length > 0 ? fitting : aboutValue;
}

const partKeywords = ['additionalProperties', 'required', 'minProperties', 'maxProperties', 'minItems', 'maxItems'];
const isAboutParts = ({ keyword }: ErrorObject): boolean => partKeywords.includes(keyword);

function isOfAnotherType({ keyword, data, schema }: ErrorObject): boolean {
  if (keyword === 'type') return true;
  if (keyword === 'const') return typeof schema !== typeof data;
  return keyword === 'enum' && Array.isArray(schema) && !schema.some((one) => typeof one === typeof data);
}

/** Every path that has a longer one below it. */
function pathsAbove(paths: Iterable<string>): ReadonlySet<string> {
  return new Set(
    [...paths].flatMap((path) => {
      const parts = path.split('/');
      return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
    }),
  );
}

const pathOf = (instancePath: string): readonly string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
