import { Composer, type Document, LineCounter, type ParsedNode, Parser } from 'yaml';
import type { Checked } from '../../problem/checked.ts';
import { checked } from '../../problem/checked.ts';
import type { Problem } from '../../problem/problem.ts';
import { tooDeepAt } from './depth.ts';
import { locate } from './locate.ts';
import type { Located } from './located.ts';
import { nestedDeeply, problemsOf, severalDocuments } from './yaml-problems.ts';

/** YAML 1.2 text as a value with places. Whatever the text is, this ends soon: in a value or in problems. */
export function parseYaml(file: string, text: string): Checked<Located> {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tooDeepAt(tokens);
  if (deep !== undefined) return { ok: false, problems: [nestedDeeply(deep, { file, text, lines })] };
  // `uniqueKeys` compares every key with every other; `locate` looks for repeated ones in one pass.
  const options = {
    lineCounter: lines,
    uniqueKeys: false,
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const [document, other] = new Composer<ParsedNode>(options).compose(tokens, true, text.length);
  if (document === undefined) return empty(file);
  const source = { file, text, lines };
  const broken = problemsOf(document, source);
  if (broken[0] !== undefined) return { ok: false, problems: [broken[0], ...broken.slice(1)] };
  return locatedIn(document, source, other === undefined ? [] : [severalDocuments(other.range[0], source)]);
}

export type Source = { readonly file: string; readonly text: string; readonly lines: LineCounter };

function locatedIn(document: Document.Parsed, source: Source, problems: readonly Problem[]): Checked<Located> {
  const found = locate(document.contents, source);
  return checked(found.located, [...problems, ...found.problems]);
}

const empty = (file: string): Checked<Located> => ({
  ok: true,
  value: { value: null, at: { file, line: 1, column: 1 }, key: null, parts: new Map() },
});
