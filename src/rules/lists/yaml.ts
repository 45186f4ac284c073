import type { ListLine } from '../../domain/list.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { found } from '../check/found.ts';
import { unknownKey } from '../check/unknown-word.ts';
import { type Located, placeOf } from '../source/located.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { isProblem, sorted } from './is-problem.ts';
import type { ListFile, ReadLines } from './read-list.ts';
import { nobody, readSubject, type SubjectColumn } from './subject.ts';

/** The keys of a YAML list, and what their entries name. */
const kinds: { readonly [key: string]: SubjectColumn } = {
  artists: 'artist',
  tracks: 'track',
  albums: 'album',
  uris: 'uri',
  isrcs: 'isrc',
};

export function readYamlList({ file, text }: ListFile): ReadLines {
  const parsed = parseYaml(file, text);
  if (!parsed.ok) return { lines: [], problems: parsed.problems };
  const { value, parts } = parsed.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { lines: [], problems: [wrongForm('list', parsed.value, `a map like "artists: [...]"`)] };
  const read = [...parts].flatMap(([key, part]) => readKind(key, part));
  return sorted(read);
}

function readKind(key: string, part: Located): readonly (ListLine | Problem)[] {
  const column = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  if (column === undefined)
    return [unknownKey({ key, allowed: Object.keys(kinds), in: 'list', at: part.key ?? part.at })];
  if (part.value === null) return [];
  if (!Array.isArray(part.value)) return [wrongForm(key, part, 'a list')];
  return [...part.parts.values()].map((entry) => readEntry(key, column, entry));
}

function readEntry(key: string, column: SubjectColumn, entry: Located): ListLine | Problem {
  if (typeof entry.value !== 'string') return wrongForm(key, entry, 'an id, a URI or a share link');
  const subject = readSubject(column, entry.value, entry.at);
  return isProblem(subject) ? subject : { ...nobody, ...subject, fields: {}, at: entry.at };
}

const wrongForm = (what: string, part: Located, wanted: string): Problem =>
  problem('rules/wrong-value', { what, found: found(part.value), wanted, nearest: null }, { ...placeOf(part) });
