import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { from } from '../../src/words/from.ts';
import { sources } from '../../src/words/sources/index.ts';
import { fields } from '../../src/words/where/index.ts';
import { where } from '../../src/words/where.ts';
import { artistId, list, read, uri } from './build.ts';

/** What the examples speak of. */
const lists = [
  list('lists/city-pop-artists.yaml', [{ artist: artistId('a') }]),
  list('lists/evergreens.csv', [{ uri: uri('a') }]),
  list('lists/never.csv', [{ uri: uri('a') }]),
];
const problemsOf = (word: typeof from | typeof where, written: unknown) =>
  read<unknown>(word, written, lists).problems.filter((one) => !one.startsWith('rules/no-such-rule'));

test.each(Object.entries(sources))('shows an example of %s that can be pasted', (key, { example }) => {
  const written: unknown = parse(example);
  expect(problemsOf(from, written)).toEqual([]);
  expect(written).toHaveProperty([0, key]);
});

test.each(Object.entries(fields))('shows an example of %s that can be pasted', (key, { example }) => {
  const written: unknown = parse(example);
  expect(problemsOf(where, written)).toEqual([]);
  expect(example).toContain(`${key}:`);
});

test.each([from, where])('shows an example of $key that can be pasted', (word) => {
  const written = parse(word.example) as { readonly [key: string]: unknown };
  expect(problemsOf(word, written[word.key])).toEqual([]);
});

test('names every word in its registry as it is written', () => {
  for (const [key, word] of [...Object.entries(sources), ...Object.entries(fields)]) expect(word.key).toBe(key);
});
