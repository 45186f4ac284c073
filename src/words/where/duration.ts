import { fieldWith } from './field.ts';
import { factsOf } from './known.ts';
import { lengths, renderLength } from './length.ts';

export const duration = fieldWith(lengths, {
  key: 'duration',
  summary: 'How long it is.',
  example: '- duration: { between: ["2:00", "6:00"] }',
  find: (candidate, asking) => {
    const ms = factsOf(candidate, asking)?.durationMs ?? null;
    return ms === null ? undefined : { datum: ms, says: renderLength(ms) };
  },
});
