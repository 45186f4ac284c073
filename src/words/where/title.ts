import { fieldWith } from './field.ts';
import { factsOf } from './known.ts';
import { texts } from './text.ts';

export const title = fieldWith(texts(null), {
  key: 'title',
  summary: 'Its title, letter case left out.',
  example: '- title: { contains: night }',
  find: (candidate, asking) => {
    const text = factsOf(candidate, asking)?.title ?? null;
    return text === null ? undefined : { datum: [{ text, id: null }], says: `"${text}"` };
  },
});
