import { Type } from 'typebox';
import type { RowKey } from '../../domain/playlist.ts';
import { type DaySpan, lastDays } from '../values/days.ts';
import { dates, readDaySpan } from './date.ts';
import { fieldWith } from './field.ts';
import { defineOperator, type Operator, type Operators } from './operator.ts';

/** Before every date: what never happened is further back than anything, and known. */
const never = { first: '', last: '' };

export const lastLeft = fieldWith(dates, {
  key: 'last_left',
  summary: 'The night on which it last left this playlist. What never left passes `not_in_the_last`: a cool-down.',
  example: '- last_left: { not_in_the_last: 90d }',
  find: ({ uri }, { past }) => {
    const night = past(uri as string as RowKey)?.leftLast ?? null;
    return night === null ? { datum: never, says: 'never' } : { datum: { first: night, last: night }, says: night };
  },
});

export const firstSeen = fieldWith(dates, {
  key: 'first_seen',
  summary:
    'The night on which it first stood in this playlist, as far back as the ledger goes; tonight for what never did.',
  example: '- first_seen: { in_the_last: 6mo }',
  find: ({ uri }, { past, night: tonight }) => {
    const night = past(uri as string as RowKey)?.firstSeen ?? tonight;
    return { datum: { first: night, last: night }, says: night };
  },
});

/** Compares since when it stands there with the first of the last days. */
const than = (holds: (since: string, first: string) => boolean): Operator<string> =>
  defineOperator({
    schema: Type.String({ description: 'Days or longer: 28d, 4w, 6mo, 2y' }),
    read: readDaySpan,
    holds: (span: DaySpan, since: string, { night }) => holds(since, lastDays(night, span).first ?? ''),
  });

const tenures: Operators<string> = {
  is: than((since, first) => since === first),
  gt: than((since, first) => since < first),
  gte: than((since, first) => since <= first),
  lt: than((since, first) => since > first),
  lte: than((since, first) => since >= first),
};

export const tenure = fieldWith(tenures, {
  key: 'tenure',
  summary: 'How long it has stood in this playlist without a break; no time at all for what is not in it.',
  example: '- tenure: { lt: 90d }',
  find: ({ uri }, { past, night }) => {
    const since = past(uri as string as RowKey)?.since ?? null;
    return since === null ? { datum: night, says: 'not in it' } : { datum: since, says: `since ${since}` };
  },
});
