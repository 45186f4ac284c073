import { Type } from 'typebox';
import { type AddableUri, idIn, isEpisodeUri, linkKind, trackUri } from '../domain/ids.ts';
import type { Pin } from '../domain/rule.ts';
import { problem } from '../problem/problem.ts';
import { isDate } from './values/date.ts';
import { defineKey, type Reading } from './word.ts';

const place = Type.Integer({ minimum: 1, maximum: 10_000 });
const date = Type.String({ description: 'A night, 2026-11-27' });

const written = Type.Object(
  {
    track: Type.String(),
    at: Type.Optional(place),
    range: Type.Optional(Type.Array(place, { minItems: 2, maxItems: 2 })),
    from: Type.Optional(date),
    until: Type.Optional(date),
    reason: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

export const pin = defineKey({
  key: 'pin',
  summary: 'Holds tracks in, at a place or in a range of places (1 is the top), for as long as the dates say.',
  example: 'pin:\n  - { track: "spotify:track:4uLU6hMCjMI75M1A2tKUQC", at: 1, until: 2026-12-04, reason: Summer push }',
  schema: Type.Array(written),
  read: (pins, reading): readonly Pin[] | undefined => {
    const read = pins.map((one, index): Pin | undefined => {
      const uri = readUri(one.track, index, reading);
      const range = readRange(one, index, reading);
      const dates = (['from', 'until'] as const).filter((key) => readDate(one[key], [index, key], reading));
      if (uri === undefined || range === undefined || dates.length < 2) return undefined;
      const { from = null, until = null, reason = null } = one;
      return { uri, range, from, until, reason, at: reading.at(index) };
    });
    return read.every((one) => one !== undefined) ? read : undefined;
  },
  absent: (): readonly Pin[] => [],
});

function readUri(text: string, index: number, reading: Reading): AddableUri | undefined {
  if (isEpisodeUri(text)) return text;
  const id = idIn('track', text);
  if (id !== undefined) return trackUri(id);
  reading.report(
    problem('rules/not-an-id', { text, wanted: 'a track', found: linkKind(text) ?? null }, reading.at(index, 'track')),
  );
  return undefined;
}

function readRange(
  { at, range }: { readonly at?: number; readonly range?: readonly number[] },
  index: number,
  reading: Reading,
): Pin['range'] | undefined {
  const [first, last] = at === undefined ? (range ?? []) : [at, at];
  if (first === undefined || last === undefined) return null;
  const complaint =
    at !== undefined && range !== undefined
      ? problem('rules/conflict', { words: ['at', 'range'], reason: 'both say the place' }, reading.at(index, 'range'))
      : first > last
        ? problem(
            'rules/wrong-value',
            { what: 'range', found: `${first} to ${last}`, wanted: 'the first place, then the last', nearest: null },
            reading.at(index, 'range'),
          )
        : undefined;
  if (complaint === undefined) return [first, last];
  reading.report(complaint);
  return undefined;
}

function readDate(text: string | undefined, path: readonly [number, string], reading: Reading): boolean {
  if (text === undefined || isDate(text)) return true;
  const facts = { what: path[1], found: `"${text}"`, wanted: 'a date like 2026-11-27', nearest: null };
  reading.report(problem('rules/wrong-value', facts, reading.at(...path)));
  return false;
}
