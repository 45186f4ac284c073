import { Type } from 'typebox';
import { defineKey } from '../word.ts';

export const account = defineKey({
  key: 'account',
  summary: 'The account of setlist.yaml that owns the playlist; the only one when it is not written.',
  example: 'account: studio',
  schema: Type.String({ minLength: 1, description: 'The name of an account in setlist.yaml' }),
  read: (written): string | null => written,
  absent: (): string | null => null,
});
