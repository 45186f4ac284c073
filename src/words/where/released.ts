import { daysOf } from '../values/days.ts';
import { dates } from './date.ts';
import { fieldWith } from './field.ts';
import { albumOf } from './known.ts';

export const released = fieldWith(dates, {
  key: 'released',
  summary:
    'When its album came out, or the episode; as exact as Spotify knows it, and not known where a month cannot decide.',
  example: '- released: { in_the_last: 28d }',
  find: (candidate, asking) => {
    const { item } = candidate;
    const date = item?.kind === 'episode' ? item.released : albumOf(candidate, asking)?.released;
    const datum = typeof date === 'string' ? daysOf(date) : undefined;
    return datum && { datum, says: date ?? '' };
  },
});
