import { dayIn } from '../values/days.ts';
import { dates } from './date.ts';
import { fieldWith } from './field.ts';

export const added = fieldWith(dates, {
  key: 'added',
  summary:
    'The day on which it came into its source (a playlist, the liked tracks), in the time zone of the portfolio.',
  example: '- added: { not_in_the_last: 6mo }',
  find: ({ addedAt }, { timezone }) => {
    const day = addedAt === null ? undefined : dayIn(timezone, addedAt);
    return day === undefined ? undefined : { datum: { first: day, last: day }, says: day };
  },
});
