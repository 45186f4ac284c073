import { type TSchema, Type } from 'typebox';
import type { Described } from './word.ts';

/** A word's schema with what the word says of itself. */
export const documented = ({ schema, summary, example }: Described): TSchema =>
  Type.Unsafe({ ...schema, description: summary, examples: [example] });
