import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { seenIn } from './forms.ts';
import { said } from './in-process.ts';
import { clientSecret, refreshToken, test } from './stage.ts';

const secret = Buffer.from(
  JSON.stringify({
    v: 1,
    refresh_token: refreshToken,
    client_secret: clientSecret,
    authorized_at: '2026-11-01T00:00:00Z',
  }),
).toString('base64url');
const given = [secret, refreshToken, clientSecret];
const { PATH, HOME } = process.env;
const env = {
  PATH,
  HOME,
  SETLIST_TOKEN_OWNER: secret,
  SETLIST_TOKEN_STUDIO: secret,
  SETLIST_CLIENT_SECRET: clientSecret,
};

test('the simulator tells the secrets of its own world, and none of ours', async ({ expect }) => {
  const { exit, text } = await said(['simulator', '--port', '0'], env, (heard) => {
    if (heard.includes('Apps (client ids)')) setImmediate(() => process.emit('SIGTERM', 'SIGTERM'));
  });
  expect({ exit, seen: seenIn(text, given) }, text).toEqual({ exit: 143, seen: [] });
  expect(text).toContain('SETLIST_TOKEN_');
});

test('the demo tells none either', { timeout: 60_000 }, async ({ expect }) => {
  const out = await mkdtemp(join(tmpdir(), 'setlist-demo-'));
  onTestFinished(() => rm(out, { recursive: true, force: true }));
  const { exit, text } = await said(['demo', '--nights', '1', '--no-serve', '--out', join(out, 'demo')], env);
  expect({ exit, seen: seenIn(text, given) }, text).toEqual({ exit: 0, seen: [] });
});
