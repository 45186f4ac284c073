import { Type } from 'typebox';
import { problem } from '../../problem/problem.ts';
import { defineSource, type Reading } from '../word.ts';
import { foundIn } from './found.ts';
import { hasNot } from './without.ts';

type Args = { readonly query: string; readonly take: number };

const text = Type.String({ pattern: '\\S', maxLength: 200 });
const orNumber = Type.Union([text, Type.Integer()]);

const written = Type.Object(
  {
    q: Type.Optional(text),
    filters: Type.Optional(
      Type.Object(
        {
          artist: Type.Optional(text),
          album: Type.Optional(orNumber),
          track: Type.Optional(orNumber),
          year: Type.Optional(orNumber),
          genre: Type.Optional(text),
          isrc: Type.Optional(text),
          upc: Type.Optional(orNumber),
          tag: Type.Optional(Type.Enum(['new', 'hipster'])),
        },
        { additionalProperties: false, minProperties: 1 },
      ),
    ),
    take: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false, anyOf: [{ required: ['q'] }, { required: ['filters'] }] },
);

export const search = defineSource({
  key: 'search',
  summary:
    'The first tracks that Spotify finds, 10 unless `take` says more (at most 100). What it finds changes from day to day.',
  example: '- search: { filters: { genre: city pop, year: 1978-1989 }, take: 30 }',
  schema: Type.Union([text, written]),
  read: (one, reading): Args | undefined => {
    if (typeof one === 'string') return { query: one.trim(), take: 10 };
    const { q, filters = {}, take = 10 } = one;
    const parts = Object.entries(filters).map(([filter, value]) => filterPart(filter, String(value), reading));
    if (!parts.every((part) => part !== undefined)) return undefined;
    return { query: [...(q === undefined ? [] : [q.trim()]), ...parts].join(' '), take };
  },
  run: ({ query, take }, asking) => {
    const answer = asking.answer<'search'>({ account: asking.account, kind: 'search', query, most: take });
    if (answer === undefined) return undefined;
    const { found, gaps } = foundIn(answer, `the search for ${query}`);
    const entries = (found ?? []).slice(0, take).map(({ uri }, index) => ({
      uri,
      addedAt: null,
      datum: `number ${index + 1} of the search for ${query}`,
    }));
    return { entries, gaps, without: hasNot(`not among the first ${take} of the search for ${query}`) };
  },
});

function filterPart(filter: string, value: string, reading: Reading): string | undefined {
  const at = reading.at('filters', filter);
  if (filter === 'upc' || filter === 'tag') {
    const reason = 'Spotify finds only albums by it, and this source yields tracks';
    reading.report(problem('rules/conflict', { words: [filter, 'search'], reason }, at));
    return undefined;
  }
  const plain =
    filter in plainValues ? value.replaceAll(filter === 'isrc' ? /[\s-]/g : /\s/g, '').toUpperCase() : value;
  const { pattern, wanted } = plainValues[filter as keyof typeof plainValues] ?? {
    pattern: /[^"\s]/,
    wanted: 'a text',
  };
  if (!pattern.test(plain)) {
    reading.report(problem('rules/wrong-value', { what: filter, found: `"${value}"`, wanted, nearest: null }, at));
    return undefined;
  }
  // Spotify knows no way to write a quotation mark inside quotes.
  return filter in plainValues
    ? `${filter}:${plain}`
    : `${filter}:"${value.replaceAll('"', ' ').replaceAll(/\s+/g, ' ').trim()}"`;
}

const plainValues = {
  year: { pattern: /^\d{4}(?:-\d{4})?$/, wanted: 'a year or years like 1978-1989' },
  isrc: { pattern: /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/, wanted: 'an ISRC like JPPO08100101' },
} as const;
