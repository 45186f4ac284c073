import { Type } from 'typebox';
import type { TopRange } from '../../domain/need.ts';
import { type Candidate, defineSource, type Without } from '../word.ts';
import { foundIn } from './found.ts';

const ranges = ['short', 'medium', 'long'] as const;
type Args = { readonly range: TopRange; readonly limit: number };

export const top = defineSource({
  key: 'top',
  summary:
    'The tracks that the account has listened to most, at most 50: over about four weeks, half a year or a year.',
  example: '- top: { range: short, limit: 20 }',
  schema: Type.Union([
    Type.Null(),
    Type.Enum(ranges),
    Type.Object(
      { range: Type.Optional(Type.Enum(ranges)), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })) },
      { additionalProperties: false },
    ),
  ]),
  alone: true,
  scopes: () => ['user-top-read'],
  read: (written): Args => ({
    range: 'medium',
    limit: 50,
    ...(typeof written === 'string' ? { range: written } : written),
  }),
  run: ({ range, limit }, asking) => {
    const answer = asking.answer<'top'>({ account: asking.account, kind: 'top', range });
    if (answer === undefined) return undefined;
    const { found, gaps } = foundIn(answer, `the list of top tracks (${range})`);
    const entries = (found ?? [])
      .slice(0, limit)
      .map((entry, index) => ({ ...entry, datum: `top ${index + 1} (${range})` }));
    const without = ({ uri }: Candidate): Without => {
      const place = (found ?? []).findIndex((entry) => entry.uri === uri) + 1;
      return place === 0
        ? { datum: `not in the top ${limit} (${range})`, decided: false }
        : { datum: `top ${place} (${range}), not in the top ${limit}`, decided: true };
    };
    return { entries, gaps, without };
  },
});
