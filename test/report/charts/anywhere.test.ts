import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, 'digest.ts');

const digest = (env: Readonly<Record<string, string>>, flags: readonly string[] = []): string =>
  execFileSync(process.execPath, [...flags, script], { encoding: 'utf8', env: { ...process.env, ...env } }).trim();

const here = digest({ TZ: 'UTC', LANG: 'C' });

test('the digest is of every example at both sizes', () => {
  expect(here.split('\n')).toHaveLength(24);
});

test.each([
  ['in Los Angeles', { TZ: 'America/Los_Angeles' }],
  ['on Chatham, a quarter of an hour off', { TZ: 'Pacific/Chatham' }],
  ['in German', { TZ: 'Europe/Berlin', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }],
])('the same bytes %s', (_, env) => {
  expect(digest(env)).toBe(here);
});

test('no code is made from text', () => {
  expect(digest({ TZ: 'UTC' }, ['--disallow-code-generation-from-strings'])).toBe(here);
});
