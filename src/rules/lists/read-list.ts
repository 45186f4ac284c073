import type { List, ListLine } from '../../domain/list.ts';
import { type Checked, checked } from '../../problem/checked.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { readCsv } from './csv.ts';
import { readLines } from './text.ts';
import { readYamlList } from './yaml.ts';

/** A list file before it is read: `path` is below `playlists/`, `file` is what problems name. */
export type ListFile = { readonly path: string; readonly file: string; readonly text: string };
export type ReadLines = { readonly lines: readonly ListLine[]; readonly problems: readonly Problem[] };

/** How each ending is read. */
const formats: { readonly [ending: string]: (list: ListFile) => ReadLines } = {
  yaml: readYamlList,
  yml: readYamlList,
  csv: readCsv,
  tsv: readCsv,
  m3u: readLines,
  m3u8: readLines,
  txt: readLines,
};

export function readList(list: ListFile): Checked<List> {
  const ending = /\.([a-z0-9]+)$/i.exec(list.path)?.[1]?.toLowerCase() ?? '';
  const read = formats[ending];
  if (read === undefined) return { ok: false, problems: [unknownFormat(list.file)] };
  const { lines, problems } = read(list);
  return checked({ path: list.path, lines }, problems);
}

function unknownFormat(file: string): Problem {
  const facts = { reason: 'its ending is not known', instead: `Use one of: ${Object.keys(formats).join(', ')}` };
  return problem('rules/bad-list', facts, { file, line: 1, column: 1 });
}
