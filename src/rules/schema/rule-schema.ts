import type { TSchema } from 'typebox';
import { documented } from '../../words/documented.ts';
import { keys, required } from '../../words/index.ts';
import type { Described } from '../../words/word.ts';

const words: readonly Described[] = Object.values(keys);

/** The JSON Schema of a rule file, put together from its words: what checks, editors and the reference read. */
export const ruleSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A playlist of Setlist',
  description: 'One file, one playlist: where tracks come from, which are kept, and in which order they stand.',
  type: 'object',
  properties: Object.fromEntries(words.map((word) => [word.key, documented(word)])),
  required,
  additionalProperties: false,
  $defs: definitionsOf(words),
} as const;

export function definitionsOf(words: readonly Described[]): { readonly [name: string]: TSchema } {
  return Object.assign({}, ...words.map(({ definitions = {} }) => definitions));
}
