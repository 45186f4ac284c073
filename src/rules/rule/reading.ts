import type { Slug } from '../../domain/ids.ts';
import type { List } from '../../domain/list.ts';
import type { Place } from '../../domain/place.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { Reading } from '../../words/word.ts';
import { type Located, type Path, partAt, placeOf } from '../source/located.ts';
import { nearestList, nearestSlug } from './nearest.ts';

/** What reading a rule needs to know of the other files. */
export type Surroundings = {
  readonly lists: ReadonlyMap<string, List>;
  /** Lists that are there but wrong: their own problems say so, once. */
  readonly wrongLists: ReadonlySet<string>;
  /** Of all rule files, wrong ones included. */
  readonly slugs: ReadonlySet<Slug>;
  readonly report: (problem: Problem) => void;
};

/** How a word reads what is written: the places of its parts, other files by their names, and where complaints go. */
export function readingOf(located: Located, { lists, wrongLists, slugs, report }: Surroundings): Reading {
  const at = (...path: Path): Place => placeOf(partAt(located, path));
  return {
    at,
    report,
    list: (file, ...path) => {
      const list = lists.get(file);
      if (list === undefined && !wrongLists.has(file))
        report(
          problem('rules/no-such-file', { path: file, nearest: nearestList(file, [...lists.keys()]) }, at(...path)),
        );
      return list;
    },
    rule: (written, ...path) => {
      // Sound: a text that is the slug of a rule file.
      const slug = written as Slug;
      if (slugs.has(slug)) return slug;
      report(problem('rules/no-such-rule', { slug: written, nearest: nearestSlug(written, slugs) }, at(...path)));
      return undefined;
    },
  };
}
