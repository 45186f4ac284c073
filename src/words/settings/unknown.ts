import { Type } from 'typebox';
import { defineKey } from '../word.ts';

export const unknown = defineKey({
  key: 'unknown',
  summary:
    'What happens to a track of which `where` cannot tell: `keep` leaves it in or waiting, `drop` takes it out, `fail` holds the playlist.',
  example: 'unknown: drop',
  schema: Type.Enum(['keep', 'drop', 'fail']),
  read: (written) => written,
  absent: (): 'keep' | 'drop' | 'fail' => 'keep',
});
