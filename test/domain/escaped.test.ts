import { expect, test } from 'vitest';
import { readsAs } from '../../src/domain/escaped.ts';

test.each([
  ['Rock & Roll', 'Rock & Roll', true],
  ['Rock &amp; Roll', 'Rock &amp; Roll', true],
  // It was not escaped, and was taken for escaped.
  ['Rock &amp; Roll', 'Rock & Roll', true],
  // What was read is never taken for escaped twice.
  ['Rock & Roll', 'Rock &amp; Roll', false],
  ['Rock and Roll', 'Rock & Roll', false],
  ['Rock', undefined, false],
])('%j may read as %j: %s', (written, read, answer) => {
  expect(readsAs(written, read)).toBe(answer);
});
