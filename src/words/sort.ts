import { Type } from 'typebox';
import type { SortKey } from '../domain/rule.ts';
import { defineKey } from './word.ts';

export const sortFields = [
  'added',
  'released',
  'title',
  'artist',
  'album',
  'duration',
  'track_number',
  'disc_number',
  'source',
  'original',
  'first_seen',
  'tenure',
] as const;
export type SortField = (typeof sortFields)[number];

const key = Type.Enum(sortFields.flatMap((field) => [field, `${field} asc` as const, `${field} desc` as const]));

export const sort = defineKey({
  key: 'sort',
  summary:
    'Orders by one field after the other; what is not known comes last, ties stand by their URI. `first_seen` and `tenure` speak of the past of this playlist: what was never in it is new tonight.',
  example: 'sort: [released desc, title]',
  schema: Type.Union([key, Type.Array(key, { minItems: 1 })]),
  read: (written, reading): readonly SortKey[] =>
    (typeof written === 'string' ? [written] : written).map((text, index) => {
      const [by = '', direction] = text.split(' ');
      const at = typeof written === 'string' ? reading.at() : reading.at(index);
      return { by, direction: direction === 'desc' ? 'desc' : 'asc', at };
    }),
  absent: (): readonly SortKey[] => [],
});
