import { RE2JS, RE2JSSyntaxException } from 're2js';
import { Type } from 'typebox';
import { problem } from '../../problem/problem.ts';
import type { Reading } from '../word.ts';
import { defineOperator } from './operator.ts';

/** As its own object, so that a pattern is compiled once however many tracks it is tested on. */
type Pattern = { readonly pattern: string };

const compiled = new WeakMap<Pattern, RE2JS>();

/** Finds an RE2 pattern anywhere in a name: linear in its length, whatever the pattern. Case is left out unless it says `(?-i)`. */
export const matches = defineOperator({
  schema: Type.String({ minLength: 1, maxLength: 1000, description: 'An RE2 pattern, found anywhere' }),
  read: readPattern,
  holds: (pattern: Pattern, names: readonly { readonly text: string }[]) =>
    names.some(({ text }) => expressionOf(pattern).matcher(text.normalize('NFKC')).find()),
});

function expressionOf(pattern: Pattern): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const expression = RE2JS.compile(pattern.pattern, RE2JS.CASE_INSENSITIVE);
  compiled.set(pattern, expression);
  return expression;
}

function readPattern(pattern: string, reading: Reading): Pattern | undefined {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return { pattern };
  } catch (error) {
    reading.report(problem('rules/bad-pattern', { pattern, reason: reasonOf(error) }, reading.at()));
    return undefined;
  }
}

/** What is wrong and with which part, where the part is not the whole pattern with our own flag before it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof RE2JSSyntaxException)) return error instanceof Error ? error.message : String(error);
  const part = error.getPattern() ?? '';
  return part === '' || part.startsWith('(?i)') ? error.getDescription() : `${error.getDescription()} "${part}"`;
}
