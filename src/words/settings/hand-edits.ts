import { Type } from 'typebox';
import type { HandEdits } from '../../domain/settings.ts';
import { defineKey } from '../word.ts';

export const handEdits = defineKey({
  key: 'hand_edits',
  summary:
    'What happens when somebody edits the playlist by hand: `ask` opens a pull request, `keep` keeps the edits, `revert` lets the rule win.',
  example: 'hand_edits: keep',
  schema: Type.Enum(['ask', 'keep', 'revert']),
  read: (written) => written,
  absent: (): HandEdits => 'ask',
});
