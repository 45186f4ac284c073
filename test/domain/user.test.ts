import { expect, test } from 'vitest';
import type { AccountId, AccountName, UserId } from '../../src/domain/ids.ts';
import { type Origin, userOf, withUser } from '../../src/domain/records/origin.ts';
import { isSameUser, type User } from '../../src/domain/user.ts';
import { isSameOrigin } from '../../src/ledger/verify-growth.ts';

const user = (id: string, accountId: string | null = null): User => ({
  id: id as UserId,
  accountId: accountId as AccountId | null,
});

test.each<[string, User, User, boolean]>([
  ['renamed', user('ana', 'A1'), user('ana-b', 'A1'), true],
  ['somebody else under the old id', user('ana', 'A1'), user('ana', 'B2'), false],
  ['known before accounts were told', user('ana'), user('ana', 'A1'), true],
  ['somebody else, then', user('ana'), user('bo', 'B2'), false],
  ['met by a secret of then', user('ana', 'A1'), user('ana'), true],
  ['met by the account alone', user('ana', 'A1'), user('A1'), true],
  ['another, by a secret of then', user('ana', 'A1'), user('bo'), false],
])('%s', (_, known, met, isSame) => {
  expect(isSameUser(known, met)).toBe(isSame);
});

test('an origin learns who an account is, and never another', () => {
  const [one, two] = ['one' as AccountName, 'two' as AccountName] as const;
  const empty: Origin = { version: 1, repository: null, accounts: {}, simulated: false };
  const older = withUser(empty, one, user('ana'));
  expect(older).toEqual({ ...empty, accounts: { one: 'ana' } });
  const now = withUser(withUser(older, one, user('ana-b', 'A1')), two, user('bo', 'B2'));
  expect(now).toEqual({ ...empty, accounts: { one: 'ana', two: 'bo' }, accountIds: { one: 'A1', two: 'B2' } });
  expect(userOf(withUser(now, one, user('ana', 'C3')), one)).toEqual(user('ana', 'A1'));
  expect([isSameOrigin(empty, older), isSameOrigin(older, now), isSameOrigin(now, now)]).toEqual([true, true, true]);
  expect(isSameOrigin(now, older)).toBe(false);
  const others = withUser(withUser(empty, one, user('ana', 'C3')), two, user('bo', 'B2'));
  expect(isSameOrigin(now, others)).toBe(false);
});
