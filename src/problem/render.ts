import type { Place } from '../domain/place.ts';
import { fixOf, messageOf } from './catalogue.ts';
import type { Problem } from './problem.ts';

/** The text of a file of the user's, for the source line above the carets; undefined when it cannot be had. */
export type SourceOf = (file: string) => string | undefined;

/**
 * A problem as a person reads it: `file:line:column: message [code]`, the source line with carets, the fix.
 * Control characters are shown escaped: names come from strangers.
 */
export function renderProblem(problem: Problem, sourceOf: SourceOf = () => undefined): string {
  const where = problem.at === undefined ? '' : `${problem.at.file}:${problem.at.line}:${problem.at.column}: `;
  return [
    `${where}${messageOf(problem)} [${problem.code}]`,
    ...(problem.at === undefined ? [] : excerpt(problem.at, sourceOf(problem.at.file))),
    `  fix: ${fixOf(problem)}`,
  ]
    .map(visible)
    .join('\n');
}

function excerpt({ line, column, length = 1 }: Place, text: string | undefined): readonly string[] {
  const source = text?.split(/\r\n|\r|\n/)[line - 1];
  if (source === undefined || source.length > 500) return [];
  const number = String(line);
  const until = Math.max(1, Math.min(length, source.length - column + 1));
  const pad = source.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [`  ${number} | ${source}`, `  ${' '.repeat(number.length)} | ${pad}${'^'.repeat(until)}`];
}

/** The text with control, direction and line-breaking characters made visible, so that it cannot act on a terminal. */
export const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\t' || isJoiner(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

/** Zero-width joiners belong to emoji and to several scripts. */
const isJoiner = (character: string): boolean => character === '\u200d' || character === '\u200c';
