import { Type } from 'typebox';
import { defineKey } from '../word.ts';

export const isPublic = defineKey({
  key: 'public',
  summary:
    'Whether a new playlist is asked to show on the profile. It is no access control: who has the link can listen.',
  example: 'public: true',
  schema: Type.Boolean(),
  read: (written) => written,
  absent: () => false,
});
