import type { ErrorObject } from 'ajv';
import type { Problem } from '../../problem/problem.ts';
import type { Located } from '../source/located.ts';
import { meantBranch } from './branch.ts';
import { problemsAt } from './problems-at.ts';
import type { Validator } from './validators.ts';

/** What is wrong with the form of a file, and the paths at which it is. */
export type Form = { readonly problems: readonly Problem[]; readonly faults: readonly (readonly string[])[] };

/** Holds a file against its schema; complains once a place. `whole` names the file in messages: `rule`. */
export function check(located: Located, validate: Validator, whole: string): Form {
  const byPath = Map.groupBy(validate(located.value), ({ instancePath }) => instancePath);
  const above = pathsAbove(byPath.keys());
  const meant = [...byPath].map(([path, errors]) => ({
    path: pathOf(path),
    errors: meantBranch(errors, above.has(path)),
  }));
  return {
    problems: meant.flatMap(({ path, errors }) => problemsAt({ located, path, whole }, errors)),
    faults: meant.filter(({ errors }) => errors.length > 0).map(({ path }) => path),
  };
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

const pathOf = (instancePath: ErrorObject['instancePath']): readonly string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
