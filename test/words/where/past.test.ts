import { expect, test } from 'vitest';
import type { RowPast } from '../../../src/domain/past.ts';
import { firstSeen, lastLeft, tenure } from '../../../src/words/where/past.ts';
import { askingIn, candidate, read, track, uri } from '../build.ts';

const night = '2026-11-22';
const left: RowPast = { firstSeen: '2026-01-10', since: null, leftLast: '2026-10-01' };
const stands: RowPast = { firstSeen: '2026-01-10', since: '2026-11-01', leftLast: '2026-10-01' };
const words = { last_left: lastLeft, first_seen: firstSeen, tenure };

test.each<[keyof typeof words, object, RowPast | undefined, boolean]>([
  ['last_left', { not_in_the_last: '90d' }, left, false],
  ['last_left', { not_in_the_last: '30d' }, left, true],
  // What never happened is known not to have happened.
  ['last_left', { not_in_the_last: '90d' }, undefined, true],
  ['last_left', { in_the_last: '90d' }, undefined, false],
  ['last_left', { before: '2026-10-02' }, left, true],
  ['first_seen', { in_the_last: '1y' }, left, true],
  ['first_seen', { in_the_last: '1mo' }, left, false],
  ['first_seen', { in_the_last: '1d' }, undefined, true],
  ['tenure', { gte: '21d' }, stands, true],
  ['tenure', { gt: '21d' }, stands, false],
  ['tenure', { lt: '22d' }, stands, true],
  ['tenure', { lte: '20d' }, stands, false],
  // It stood there once, and does no longer.
  ['tenure', { lt: '1d' }, left, true],
  ['tenure', { gte: '1d' }, undefined, false],
])('%s %o of %o', (name, written, past, holds) => {
  const word = words[name];
  const { value, problems } = read(word, written);
  expect(problems).toEqual([]);
  const asking = askingIn({ night, past: past === undefined ? {} : { [uri('a')]: past } });
  expect(word.test(value, candidate(track('a')), asking).holds).toBe(holds);
});
