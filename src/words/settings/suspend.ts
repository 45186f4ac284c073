import { Type } from 'typebox';
import { defineKey } from '../word.ts';

export const suspend = defineKey({
  key: 'suspend',
  summary: 'The playlist is planned and shown, and never written.',
  example: 'suspend: true',
  schema: Type.Boolean(),
  read: (written) => written,
  absent: () => false,
});
