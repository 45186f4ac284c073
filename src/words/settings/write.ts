import { Type } from 'typebox';
import type { WriteSetting } from '../../domain/settings.ts';
import { defineKey } from '../word.ts';

const byDefault: WriteSetting = { maxRequests: 15, beyond: 'rebuild' };

export const write = defineKey({
  key: 'write',
  summary:
    'How many writing requests a night may take so that dates of adding stay; beyond that `rebuild` loses dates, `loose` orders over several nights.',
  example: 'write: { max_requests: 40, beyond: loose }',
  schema: Type.Object(
    {
      max_requests: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      beyond: Type.Optional(Type.Enum(['rebuild', 'loose'])),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  read: ({ max_requests: maxRequests = byDefault.maxRequests, beyond = byDefault.beyond }): WriteSetting => ({
    maxRequests,
    beyond,
  }),
  absent: () => byDefault,
});
