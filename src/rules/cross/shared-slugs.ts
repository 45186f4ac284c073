import { type Problem, problem } from '../../problem/problem.ts';
import { kindOf, shown, slugOf } from '../files.ts';

/** Rule files that come to one slug: `night.yaml` beside `night.yml`. */
export function sharedSlugs(paths: readonly string[]): readonly Problem[] {
  const bySlug = Map.groupBy(
    paths.filter((path) => kindOf(path) === 'rule'),
    slugOf,
  );
  return [...bySlug].flatMap(([slug, [first = '', ...others]]) =>
    others.map((other) =>
      problem(
        'rules/conflict',
        { words: [first, other], reason: `both are the rule "${slug}"` },
        { file: shown(other), line: 1, column: 1 },
      ),
    ),
  );
}
