import { expect, test } from 'vitest';
import { problemOf } from '../../../src/adapters/spotify/refusal.ts';
import { retryAfterMs } from '../../../src/adapters/spotify/retry-after.ts';
import { messageOf } from '../../../src/problem/catalogue.ts';

const asked = { request: 'GET /me', bucket: 'library', account: 'studio', app: 'main' };
const json = (message: string, reason?: string) => JSON.stringify({ error: { message, reason } });

test.each([
  [400, json('Invalid limit'), 'spotify/bad-request'],
  [401, json('The access token expired'), 'spotify/unauthorized'],
  [403, json('Forbidden'), 'spotify/forbidden'],
  [403, json('Insufficient client scope'), 'spotify/missing-scope'],
  [403, json('User not registered in the Developer Dashboard'), 'spotify/not-allow-listed'],
  [403, 'Active premium subscription required for the owner of the app.', 'spotify/premium-lapsed'],
  [403, '', 'spotify/forbidden'],
  [404, json('Resource not found'), 'spotify/not-found'],
  [413, '', 'spotify/bad-request'],
  [429, json('API rate limit exceeded'), 'spotify/rate-limited'],
  [429, json('Too many requests', 'QUOTA_EXCEEDED'), 'spotify/quota-exceeded'],
  [429, 'Too many requests', 'spotify/rate-limited'],
  [502, '<html></html>', 'spotify/server-error'],
])('%i %s is %s', (status, text, code) => {
  const said = problemOf({ status, text, retryAfter: '7' }, asked, 0);
  expect(said.code).toBe(code);
  expect(messageOf(said)).not.toBe('');
});

test('long pages are cut short', () => {
  const said = problemOf({ status: 403, text: 'x'.repeat(5000), retryAfter: null }, asked, 0);
  expect(JSON.stringify(said).length).toBeLessThan(400);
});

const nowMs = Date.UTC(2026, 10, 22, 3);
test.each([
  ['7', 7000],
  [' 7 ', 7000],
  ['1.5', 1500],
  ['0', 0],
  ['86000', 86_000_000],
  ['9000000000000', 30 * 86_400_000],
  ['9'.repeat(400), 30 * 86_400_000],
  ['Sun, 22 Nov 2026 03:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 02:00:00 GMT', 0],
  ['Sun, 22 Nov 9999 02:00:00 GMT', 30 * 86_400_000],
  ['', undefined],
  ['-1', undefined],
  ['soon', undefined],
  [null, undefined],
])('"Retry-After: %s" is a wait of %s ms', (header, ms) => {
  expect(retryAfterMs(header, nowMs)).toBe(ms);
});
