import { Type } from 'typebox';
import { defineKey } from '../word.ts';

export const isProtected = defineKey({
  key: 'protected',
  summary: 'Nothing is ever removed from this playlist, whatever the rule or an `ack` says.',
  example: 'protected: true',
  schema: Type.Boolean(),
  read: (written) => written,
  absent: () => false,
});
