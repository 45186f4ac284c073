import type { ErrorObject } from 'ajv';
import type { Problem } from '../../problem/problem.ts';
import type { Located } from '../source/located.ts';
import { meantBranch } from './branch.ts';
import { problemsAt } from './problems-at.ts';
import type { Validator } from './validators.ts';

/** What is wrong with the form of a file, and the paths at which it is. */
export type Form = {
  readonly problems: readonly Problem[];
  readonly faults: readonly (readonly string[])[];
  /** There is more wrong than is told: what is left when the faults are taken out may still have the wrong form. */
  readonly isCut: boolean;
};

/** Holds a file against its schema; complains once a place. `whole` names the file in messages: `rule`. */
export function check(located: Located, validate: Validator, whole: string): Form {
  const { errors, isCut } = validate(located.value);
  const byPath = Map.groupBy(errors, ({ instancePath }) => instancePath);
  const above = pathsAbove(byPath.keys());
  const meant = [...byPath].map(([path, here]) => ({
    path: pathOf(path),
    errors: meantBranch(here, above.has(path)),
  }));
  return {
    problems: meant.flatMap((one) => problemsAt({ located, path: one.path, whole }, one.errors)),
    faults: meant.filter((one) => one.errors.length > 0).map(({ path }) => path),
    isCut,
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
