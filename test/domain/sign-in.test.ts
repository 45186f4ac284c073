import { expect, test } from 'vitest';
import { endOfSignIn } from '../../src/domain/sign-in.ts';

test.each([
  ['2026-11-22T03:17:00Z', '2027-05-22T03:17:00Z'],
  ['2026-08-31T00:00:00Z', '2027-02-28T00:00:00Z'],
  ['2027-08-31T23:59:59Z', '2028-02-29T23:59:59Z'],
  ['2026-12-31T12:00:00Z', '2027-06-30T12:00:00Z'],
])('a sign-in of %s ends at %s', (authorizedAt, end) => {
  expect(endOfSignIn(authorizedAt)).toBe(end);
});
