import { Type } from 'typebox';
import { problem } from '../../problem/problem.ts';
import { defineKey } from '../word.ts';
import { nightlyPlaceholders, placeholdersIn } from './placeholders.ts';

export const name = defineKey({
  key: 'name',
  summary: "The playlist's title.",
  example: 'name: Night Drive',
  schema: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', description: 'A title of up to 100 characters' }),
  read: (written, reading) => {
    const [changing] = placeholdersIn(written).filter((placeholder) => nightlyPlaceholders.includes(placeholder));
    if (changing === undefined) return written.trim();
    const facts = {
      what: 'name',
      found: `"${changing}"`,
      wanted: 'it into "description": a title stays',
      nearest: null,
    };
    reading.report(problem('rules/wrong-value', facts, reading.at()));
    return undefined;
  },
  // Never used: a rule without a name is refused. The name of its file is what it would be called.
  absent: ({ file }) => file.replace(/^.*\//, '').replace(/\.ya?ml$/, ''),
});
