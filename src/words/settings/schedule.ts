import { Type } from 'typebox';
import type { Schedule } from '../../domain/settings.ts';
import { below } from '../below.ts';
import { defineKey, type Reading } from '../word.ts';
import { readCondition } from './schedule/condition.ts';

const day = Type.Union([Type.String(), Type.Integer({ minimum: 1, maximum: 31 })], {
  description: 'A weekday (mon to sun), a day of the month (1 to 31), or last',
});
const every = Type.Object(
  {
    every: Type.String({ description: 'One of: day, week, month, 3d' }),
    on: Type.Optional(Type.Union([day, Type.Array(day, { minItems: 1, maxItems: 31 })])),
    between: Type.Optional(
      Type.Array(Type.String({ description: 'A month and a day like 12-01' }), { minItems: 2, maxItems: 2 }),
    ),
  },
  { additionalProperties: false, description: 'A map like { every: week, on: fri }' },
);
const condition = Type.Union([
  Type.Literal('never'),
  every,
  Type.Object(
    { on_change: Type.String({ minLength: 1, description: 'The name of a source' }) },
    { additionalProperties: false, description: 'A map like { on_change: liked }' },
  ),
]);

export const schedule = defineKey({
  key: 'schedule',
  summary:
    'The nights on which the playlist may change, asked whenever a run happens: it is due when one has come since the last success. A list means any.',
  example: 'schedule: { every: week, on: fri }',
  schema: Type.Union([condition, Type.Array(condition, { minItems: 1 })]),
  read: (written, reading): readonly Schedule[] | undefined => {
    const read = (Array.isArray(written) ? written : [written]).map((one, index) =>
      readCondition(one, Array.isArray(written) ? below(reading, index) : (reading as Reading)),
    );
    return read.every((one) => one !== undefined) ? read : undefined;
  },
  absent: (): readonly Schedule[] => [{ kind: 'every', every: 'day', on: [], between: null }],
});
