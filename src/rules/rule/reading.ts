import type { List } from '../../domain/list.ts';
import type { Place } from '../../domain/place.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { nearest } from '../../words/values/nearest.ts';
import type { Reading } from '../../words/word.ts';
import { type Located, type Path, partAt, placeOf } from '../source/located.ts';

/** What reading a rule needs to know of the other files. */
export type Surroundings = {
  readonly lists: ReadonlyMap<string, List>;
  /** Lists that are there but wrong: their own problems say so, once. */
  readonly wrongLists: ReadonlySet<string>;
  readonly report: (problem: Problem) => void;
};

/** How a word reads what is written: the places of its parts, lists by their path, and where complaints go. */
export function readingOf(located: Located, { lists, wrongLists, report }: Surroundings): Reading {
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
  };
}

/** A list of that name without its folder or ending comes before one that is spelled alike. */
function nearestList(file: string, paths: readonly string[]): string | null {
  const bare = (path: string): string =>
    path.replace(/^(?:\.\/)?(?:playlists\/)?(?:lists\/)?/, '').replace(/\.[a-z0-9]+$/, '');
  return paths.find((path) => bare(path) === bare(file)) ?? nearest(file, paths);
}
