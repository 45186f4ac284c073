import { fieldWith } from './field.ts';
import { flags } from './flag.ts';
import { factsOf } from './known.ts';

export const explicit = fieldWith(flags, {
  key: 'explicit',
  summary: 'Whether it is marked as explicit.',
  example: '- explicit: false',
  find: (candidate, asking) => {
    const facts = factsOf(candidate, asking);
    if (facts === undefined || facts.kind === 'local') return undefined;
    return { datum: facts.explicit, says: facts.explicit ? 'yes' : 'no' };
  },
});
