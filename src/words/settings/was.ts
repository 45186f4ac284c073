import { Type } from 'typebox';
import { defineKey } from '../word.ts';

export const was = defineKey({
  key: 'was',
  summary:
    'Where the rule file stood before it was moved or renamed, below `playlists/` and without `.yaml`: it keeps its playlist.',
  example: 'was: old/night-drive',
  schema: Type.String({ minLength: 1, description: 'A path below playlists/, without .yaml' }),
  read: (written): string | null => written.replace(/^(?:playlists\/)?/, '').replace(/\.ya?ml$/, ''),
  absent: (): string | null => null,
});
