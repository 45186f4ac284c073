import { Type } from 'typebox';
import type { Ack } from '../../domain/settings.ts';
import { problem } from '../../problem/problem.ts';
import { isDate } from '../values/date.ts';
import { defineKey } from '../word.ts';

export const ack = defineKey({
  key: 'ack',
  summary: 'Your word that so many removals are meant, good through the night of the date.',
  example: 'ack: { removals: 41, until: 2026-11-29 }',
  schema: Type.Object(
    {
      removals: Type.Integer({ minimum: 1, maximum: 10_000 }),
      until: Type.String({ description: 'A date like 2026-11-29' }),
    },
    { additionalProperties: false },
  ),
  read: ({ removals, until }, reading): Ack | null | undefined => {
    if (isDate(until)) return { removals, until, at: reading.at() };
    const facts = { what: 'until', found: `"${until}"`, wanted: 'a date like 2026-11-29', nearest: null };
    reading.report(problem('rules/wrong-value', facts, reading.at('until')));
    return undefined;
  },
  absent: (): Ack | null => null,
});
