import type { Document, YAMLError } from 'yaml';
import { type Problem, problem } from '../../problem/problem.ts';
import { mostLevels } from './depth.ts';
import type { Source } from './parse-yaml.ts';
import { placeIn } from './place-in.ts';

type Said = { readonly reason: string; readonly instead: string };

const quote = 'Put the text in quotation marks';
const align = 'Align it with the lines that it belongs to';

/** What people need to hear where the parser speaks of its grammar. */
const said: { readonly [code: string]: Said } = {
  TAB_AS_INDENT: { reason: 'a tab stands where only spaces may', instead: 'Indent with spaces' },
  BAD_INDENT: { reason: 'the indentation does not fit the lines above', instead: align },
  BLOCK_AS_IMPLICIT_KEY: { reason: 'a second ": " stands on one line', instead: quote },
  BAD_SCALAR_START: { reason: 'text cannot start with this character', instead: quote },
  MISSING_CHAR: { reason: 'a closing character is missing', instead: 'Close the quotation mark, bracket or brace' },
  TAG_RESOLVE_FAILED: { reason: 'tags are not used here', instead: 'Leave out the word with "!"' },
  UNEXPECTED_TOKEN: {
    reason: 'this does not belong here',
    instead: 'Check quotation marks, brackets and commas before it',
  },
  NON_STRING_KEY: { reason: 'a key has to be text', instead: quote },
};

/** What a parser complains about, once a line: what follows on the same line is mostly its confusion. */
export function problemsOf({ errors, warnings }: Document.Parsed, source: Source): readonly Problem[] {
  const byLine = new Map<number, Problem>();
  for (const error of [...errors, ...warnings].slice(0, 1000)) {
    const found = fromError(error, source);
    const line = found.at?.line ?? 0;
    if (!byLine.has(line)) byLine.set(line, found);
  }
  return [...byLine.values()].slice(0, 10);
}

function fromError({ code, message, pos: [start, end] }: YAMLError, source: Source): Problem {
  const at = placeIn(source, start, end);
  const ours = said[codeOf(code, lineAt(source.text, start))] ?? {
    reason: message,
    instead: null,
  };
  // A brace that opens text is a map to YAML: `name: {count} tracks`.
  const isBrace =
    code === 'UNEXPECTED_TOKEN' && /[:-] +[{[][^\n]*$/.test(source.text.slice(Math.max(0, start - 200), start));
  return problem('rules/not-yaml', { ...ours, ...(isBrace ? { instead: quote } : {}) }, at);
}

export const nestedDeeply = (start: number, source: Source): Problem =>
  problem(
    'rules/too-large',
    { what: 'values inside of values', most: `${mostLevels} levels` },
    placeIn(source, start, start + 1),
  );

/** A line that is indented too little looks to the parser like a key that goes on. */
const codeOf = (code: string, line: string): string =>
  code === 'BLOCK_AS_IMPLICIT_KEY' && !/:\s.*:(?:\s|$)/.test(line) ? 'BAD_INDENT' : code;

const lineAt = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? '';

export const severalDocuments = (start: number, source: Source): Problem =>
  problem(
    'rules/not-yaml',
    { reason: 'a second document starts here', instead: 'Write one document a file, without "---" between' },
    placeIn(source, start, start + 1),
  );
