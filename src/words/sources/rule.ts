import { Type } from 'typebox';
import type { Slug } from '../../domain/ids.ts';
import { defineSource } from '../word.ts';

export const rule = defineSource({
  key: 'rule',
  summary: 'What another rule comes to in this same plan.',
  example: '- rule: deep-cuts',
  schema: Type.String({ minLength: 1 }),
  read: (slug) => ({ slug: slug as Slug }),
  after: ({ slug }) => [slug],
  run: ({ slug }, asking) => {
    const rows = asking.outcome(slug);
    if (rows === undefined) return undefined;
    return {
      entries: rows.map((uri, index) => ({ uri, addedAt: null, datum: `row ${index + 1} of ${slug}` })),
      gaps: [],
    };
  },
});
