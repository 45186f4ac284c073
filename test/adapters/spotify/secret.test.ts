import { expect, test } from 'vitest';
import { decodeSecret, encodeSecret, userIn } from '../../../src/adapters/spotify/secret.ts';
import type { AccountName } from '../../../src/domain/ids.ts';
import { secretVariable } from '../../../src/domain/sign-in.ts';

const account = 'night-label' as AccountName;
const secret = { v: 1, refresh_token: 'AQ-refresh', authorized_at: '2026-11-22T03:00:00Z' } as const;

test('is one line of letters, and reads back', () => {
  const text = encodeSecret({ ...secret, client_secret: 'hush', account_id: 'id' });
  expect(text).toMatch(/^[\w-]+$/);
  expect(decodeSecret(` ${text}\n`, account)).toEqual({
    ok: true,
    value: { ...secret, client_secret: 'hush', account_id: 'id' },
  });
});

test.each([
  ['both names', { user_id: 'ana', account_id: 'A1' }, { id: 'ana', accountId: 'A1' }],
  ["the user's alone", { user_id: 'ana' }, { id: 'ana', accountId: null }],
  ['one of an older version', { account_id: 'ana' }, { id: 'ana', accountId: null }],
  ['none', {}, undefined],
  ['empty ones', { user_id: '', account_id: '' }, undefined],
])('says whose it is by %s', (_, names, whose) => {
  expect(userIn({ ...secret, ...names })).toEqual(whose);
});

test('is named after its account', () => {
  expect(secretVariable(account)).toBe('SETLIST_TOKEN_NIGHT_LABEL');
});

const text = encodeSecret(secret);
test.each([
  ['that is not there', undefined, 'spotify/no-token'],
  ['that is empty', '  ', 'spotify/no-token'],
  ['that is cut off', text.slice(0, -10), 'spotify/bad-token'],
  ['that is something else', 'BQDx-a-raw-token', 'spotify/bad-token'],
  ['of another version', encodeSecret({ ...secret, v: 2 } as never), 'spotify/bad-token'],
  [
    'whose sign-in was on no day',
    encodeSecret({ ...secret, authorized_at: '2026-02-30T03:00:00Z' }),
    'spotify/bad-token',
  ],
  ['without its token', encodeSecret({ ...secret, refresh_token: '' }), 'spotify/bad-token'],
])('one %s is refused without being repeated', (_, given, code) => {
  const said = decodeSecret(given, account);
  expect(said).toMatchObject({ ok: false, problems: [{ code, facts: { variable: 'SETLIST_TOKEN_NIGHT_LABEL' } }] });
  if (given !== undefined && given.trim() !== '') expect(JSON.stringify(said)).not.toContain(given);
});
