import { Type } from 'typebox';
import { defineSource } from '../word.ts';
import { hasNot } from './without.ts';

export const rule = defineSource({
  key: 'rule',
  summary: 'What another rule comes to in this same plan.',
  example: '- rule: deep-cuts',
  schema: Type.String({ minLength: 1 }),
  read: (written, reading) => {
    const slug = reading.rule(written);
    return slug && { slug };
  },
  after: ({ slug }) => [slug],
  run: ({ slug }, asking) => {
    const rows = asking.outcome(slug);
    if (rows === undefined) return undefined;
    return {
      entries: rows.map((uri, index) => ({ uri, addedAt: null, datum: `row ${index + 1} of ${slug}` })),
      gaps: [],
      without: hasNot(`not in ${slug}`),
    };
  },
});
