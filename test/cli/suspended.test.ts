import { expect, test } from 'vitest';
import { isSuspended } from '../../src/cli/suspended.ts';

test.each([
  ...['1', 'true', 'on', 'until Monday', ' ', '00', 'null'].map((text) => [text, true] as const),
  ...[undefined, '', '0', 'false', 'False', 'off', 'NO'].map((text) => [text, false] as const),
])('SETLIST_SUSPEND=%j suspends: %s', (text, suspends) => {
  expect(isSuspended(text === undefined ? {} : { SETLIST_SUSPEND: text })).toBe(suspends);
});
