import { Type } from 'typebox';
import type { Step } from '../domain/rule.ts';
import { defineKey } from './word.ts';

export const dedupeBy = ['none', 'uri', 'isrc', 'recording', 'artist', 'album', 'title'] as const;
export const dedupeKeep = ['first', 'oldest_added', 'newest', 'explicit', 'clean', 'longest'] as const;
export type DedupeArgs = {
  readonly by: (typeof dedupeBy)[number];
  readonly keep: (typeof dedupeKeep)[number];
};

const by = Type.Enum(dedupeBy);

export const dedupe = defineKey({
  key: 'dedupe',
  summary:
    'Keeps one of several tracks that are the same: the same id, ISRC, recording, artist, album or title; `none` keeps repeats.',
  example: 'dedupe: { by: recording, keep: explicit }',
  schema: Type.Union([
    by,
    Type.Object(
      { by: Type.Optional(by), keep: Type.Optional(Type.Enum(dedupeKeep)) },
      { additionalProperties: false, minProperties: 1 },
    ),
  ]),
  read: (written, reading): Step => {
    const whole = typeof written === 'string' ? { by: written } : written;
    return step({ by: 'recording', keep: 'first', ...whole }, reading.at());
  },
  absent: (at): Step => step({ by: 'recording', keep: 'first' }, at),
});

const step = (args: DedupeArgs, at: Step['at']): Step => ({ word: 'dedupe', args, at });
