import { expect, test } from 'vitest';
import { secretsIn } from '../../src/action/mask.ts';
import { encodeSecret } from '../../src/adapters/spotify/secret.ts';
import { rule } from '../scenarios/stage/world.ts';
import { test as staged } from './stage.ts';

const secret = encodeSecret({
  v: 1,
  refresh_token: 'AQ+refresh/1',
  client_secret: 'client-secret',
  account_id: 'owner',
  authorized_at: '2026-11-01T00:00:00Z',
});

test('every part of every account’s secret is one, as it stands and as an address holds it', () => {
  expect(
    secretsIn({ SETLIST_TOKEN_OWNER: ` ${secret}\n`, INPUT_TOKEN: 'ghs_1', PATH: '/bin', SETLIST_NOW: 'x' }),
  ).toEqual(expect.arrayContaining([secret, 'AQ+refresh/1', 'AQ%2Brefresh%2F1', 'client-secret', 'ghs_1']));
  expect(secretsIn({ SETLIST_TOKEN_OWNER: secret })).not.toContain('owner');
  expect(secretsIn({ SETLIST_TOKEN_OWNER: secret })).not.toContain('2026-11-01T00:00:00Z');
});

test.each([
  ['no secret at all', 'nonsense', ['nonsense']],
  ['other fields', Buffer.from('{"a":{"b":["deep"]}}').toString('base64url'), ['deep']],
  ['two lines', 'one\ntwo', ['one', 'two']],
  ['nothing', '  ', []],
])('what is %s is hidden all the same', (_, text, hidden) => {
  const found = secretsIn({ SETLIST_TOKEN_A_B: text });
  expect(found).toEqual(expect.arrayContaining(hidden));
  if (hidden.length === 0) expect(found).toEqual([]);
});

staged('secrets are masked before the first line, and stand nowhere else', async ({ open }) => {
  const { step, secret: owner, github } = await open({ files: { 'playlists/night.yaml': rule('Night', 'ab') } });
  const hidden = [owner, 'refresh', github.token, secret, 'AQ+refresh/1', 'client-secret'];
  const ended = await step({ command: 'plan' }, { SETLIST_TOKEN_OTHER: secret });
  const lines = ended.log.split('\n');
  const masked = lines.filter((line) => line.startsWith('::add-mask::'));
  expect(lines.slice(0, masked.length)).toEqual(masked);
  expect(masked.map((line) => line.slice('::add-mask::'.length))).toEqual(expect.arrayContaining(hidden));
  const rest = [...lines.slice(masked.length), ended.err, ended.summary, JSON.stringify(ended.outputs)].join('\n');
  expect(hidden.filter((text) => rest.includes(text))).toEqual([]);
});
