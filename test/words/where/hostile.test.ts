import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocalUri } from '../../../src/domain/ids.ts';
import { localFileOf } from '../../../src/words/values/local.ts';
import { fields } from '../../../src/words/where/index.ts';
import type { FieldWord } from '../../../src/words/word.ts';
import { askingIn, candidate, read, track } from '../build.ts';

const field: FieldWord = fields.title;
const matching = (pattern: string, title: string) => {
  const { value, problems } = read(field, { matches: pattern });
  return value === undefined ? problems : field.test(value, candidate(track('x', { title })), askingIn()).holds;
};

test.each([
  ['nested repeats', '(a+)+$', `${'a'.repeat(20_000)}!`],
  ['repeated alternatives', '^(a|a|a)*$', `${'a'.repeat(20_000)}!`],
  ['many optionals', `${'a?'.repeat(100)}${'a'.repeat(100)}`, 'a'.repeat(99)],
  ['any text twice', '^.*.*.*.*x$', 'a'.repeat(5_000)],
  ['a counted repeat', '(a{1,100}){1,10}b', 'a'.repeat(5_000)],
])('matches %s in the time of the title', (_, pattern, title) => {
  const start = performance.now();
  expect(matching(pattern, title)).toBe(false);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test.each(['((a{100}){100}){100}', 'a{5000}', '[z-a]', '\\', '(?P<n', '*', '(?<=a)b', '\\pX', '('.repeat(1000)])(
  'refuses the pattern %s',
  (pattern) => {
    expect(matching(pattern, 'x')).toEqual(['rules/bad-pattern at matches']);
  },
);

test('refuses a pattern of a megabyte', () => {
  expect(matching('a'.repeat(1_000_000), 'a')).toEqual(['against the schema']);
});

test('takes any text for a pattern or refuses it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' }), (pattern, title) => {
      const holds = matching(pattern, title);
      expect(typeof holds === 'boolean' || (Array.isArray(holds) && holds[0]?.startsWith('rules/bad-pattern'))).toBe(
        true,
      );
    }),
  );
});

test('reads any local file', () => {
  const part = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.oneof(fc.array(part, { maxLength: 8 }), fc.tuple(part, part, part, part)), (parts) => {
      const uri = `spotify:local:${parts.join(':')}`;
      localFileOf(uri);
      for (const word of Object.values(fields) as FieldWord[]) {
        const { value } = read(word, word.key === 'explicit' ? true : word.key === 'duration' ? '1:00' : 2020);
        if (value !== undefined) word.test(value, candidate(undefined, { uri: uri as LocalUri }), askingIn());
      }
    }),
  );
});

test('decodes what it wrote itself', () => {
  const part = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text);
  const encoded = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
  fc.assert(
    fc.property(part, part, part, fc.nat(9999), (artist, album, title, seconds) => {
      const uri = `spotify:local:${[artist, album, title].map(encoded).join(':')}:${seconds}`;
      expect(localFileOf(uri)).toEqual({ kind: 'local', artist, album, title, durationMs: seconds * 1000 });
    }),
  );
});
