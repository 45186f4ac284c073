import { arrangements, fields, keys, sources } from '../words/index.ts';
import type { Described } from '../words/word.ts';
import { code, table } from './table.ts';

const parts: readonly (readonly [title: string, words: Readonly<Record<string, Described>>])[] = [
  ['Keys of a rule file', keys],
  ['Sources, below `from`', sources],
  ['Fields, below `where`', fields],
  ['Arrangements, below `arrange`', arrangements],
];

/** The words of the rule language, a table for each place where they stand. */
export const wordTables = (): string =>
  parts
    .map(([title, words]) => {
      const rows = Object.values(words).map(({ key, summary, example }) => [code(key), summary, lines(example)]);
      return `**${title}**\n\n${table(['word', 'does', 'for example'], rows)}`;
    })
    .join('\n\n');

const lines = (yaml: string): string => yaml.split('\n').map(code).join('<br>');
