import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { accountIdOf } from '../../../src/simulator/endpoints/me.ts';
import { type Env, type Stage, test } from '../stage/stage.ts';
import { clientId, control, id, rule, setlistYaml, smallWorld, uri } from '../stage/world.ts';

const scopes =
  'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public user-library-read';
const signedIn = (user: string, token: string, playlist: string) => ({
  id: user,
  refreshTokens: [{ token, app: clientId, scopes, authorizedAt: '2026-11-01T00:00:00Z' }],
  playlists: [playlist],
});
const world = smallWorld('abcd', {
  more: {
    users: [
      signedIn('owner', 'refresh', id('list')),
      signedIn('friend', 'of a friend', id('friends')),
      { id: 'developer' },
    ],
    playlists: [
      { id: id('list'), owner: 'owner', name: 'List', rows: [{ uri: uri('a') }, { uri: uri('b') }] },
      { id: id('friends'), owner: 'friend', name: 'Friends', rows: [{ uri: uri('x') }] },
    ],
  },
});

const secretOf = (token: string, names: object = {}): string =>
  Buffer.from(JSON.stringify({ v: 1, refresh_token: token, authorized_at: '2026-11-01T00:00:00Z', ...names })).toString(
    'base64url',
  );
const namesOf = (user: string) => ({ user_id: user, account_id: accountIdOf({ id: user }) });
const asOwner = (secret: string): Env => ({ SETLIST_TOKEN_OWNER: secret });

const origin = (accounts: object, more: object = {}) => ({
  'reports/origin.json': `${JSON.stringify({ version: 1, repository: null, accounts, simulated: true, ...more })}\n`,
});
/** As a ledger is that was begun since Spotify tells of accounts, and as it was before. */
const known = origin({ owner: 'owner' }, { accountIds: { owner: accountIdOf({ id: 'owner' }) } });
const older = origin({ owner: 'owner' });
const files = { 'playlists/night.yaml': `${rule('List', 'ab')}  - liked\n`, ...control('night') };

const sent = (stage: Stage): readonly string[] => stage.simulator.log.map(({ method, path }) => `${method} ${path}`);
const codesIn = (err: string): readonly string[] => [...err.matchAll(/\[([\w/-]+)\]$/gm)].map(([, code = '']) => code);
const asked = ['POST /api/token', 'GET /me'];

describe("another account's secret is found out before anything is read as it", () => {
  test.for<readonly [string, Record<string, string>, string, readonly string[]]>([
    ['sync', known, secretOf('of a friend', namesOf('friend')), []],
    ['sync', older, secretOf('of a friend'), asked],
    ['plan', known, secretOf('of a friend', { account_id: 'friend' }), []],
    ['plan', known, secretOf('of a friend'), asked],
    ['gather', older, secretOf('of a friend', namesOf('friend')), []],
    ['gather --save-facts f.json', known, secretOf('of a friend'), asked],
    ['apply --yes', known, secretOf('of a friend'), asked],
    ['apply', older, secretOf('of a friend', namesOf('friend')), []],
  ])('%s', async ([args, ledger, secret, requests], { open, expect }) => {
    const stage = await open({ world, files: { ...files, ...ledger } });
    const { exit, out, err } = await stage.setlist(args, asOwner(secret));
    expect({ exit, codes: codesIn(err), requests: sent(stage) }).toEqual({
      exit: 8,
      codes: ['sign-in/other-user'],
      requests,
    });
    expect(err).toBe(
      'Cannot sign in "owner" as "friend": the ledger says that it is "owner" [sign-in/other-user]\n' +
        '  fix: Sign in at Spotify as "owner", run "setlist login owner" again, and replace its secret\n',
    );
    expect(out).not.toMatch(/Cannot read|control\.json|init --fresh/);
    expect(stage.rows()).toBe('ab');
    expect(await stage.texts('reports')).not.toMatch(/Friends|Song x/);
  });
});

describe('a secret that does not say whose it is', () => {
  test('costs one request a run, and the ledger learns what never changes', async ({ open, expect }) => {
    const stage = await open({ world, files: { ...files, ...older } });
    const run = (): ReturnType<Stage['setlist']> => stage.setlist('sync', asOwner(secretOf('refresh')));
    await stage.write({
      'playlists/setlist.yaml': `${setlistYaml}budget: { followers: 0 }\n`,
      'playlists/night.yaml': rule('List', 'ba'),
    });
    expect(await run()).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('ba');
    expect(sent(stage).filter((one) => one === 'GET /me')).toEqual(['GET /me']);
    const text = await readFile(join(stage.folder, 'reports/origin.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      accounts: { owner: 'owner' },
      accountIds: { owner: accountIdOf({ id: 'owner' }) },
    });
    stage.world.nowMs += 86_400_000;
    expect(await run()).toMatchObject({ exit: 0, err: '' });
    stage.world.nowMs += 86_400_000;
    stage.simulator.clearLog();
    expect(await run()).toMatchObject({ exit: 0, err: '' });
    expect(sent(stage)).toEqual([...asked, 'GET /me/playlists']);
    expect((await stage.setlist('verify')).exit).toBe(0);
  });
});

describe('of two accounts', () => {
  const yaml = `title: Two\ntimezone: UTC\napply: on\napps:\n  main: { client_id: ${clientId}, accounts: { owner: {}, friend: {} } }\n`;
  const two = {
    'playlists/setlist.yaml': yaml,
    'playlists/night.yaml': rule('List', 'ba', 'account: owner\n'),
    'playlists/other.yaml': rule('Friends', 'xy', 'account: friend\n'),
    ...control('night'),
    'reports/friend/control.json': `${JSON.stringify({ version: 1, playlists: { other: { id: id('friends'), contact: 'known' } } })}\n`,
  };

  test.for([
    ['the ledger knows both', { owner: 'owner', friend: 'friend' }, 'sign-in/other-user'],
    ['the ledger knows one', { friend: 'friend' }, 'sign-in/same-user'],
  ] as const)(
    '%s: the one with the secret of the other is left out, the other goes on',
    async ([, accounts, code], { open, expect }) => {
      const stage = await open({ world, files: { ...two, ...origin(accounts) } });
      const { exit, err } = await stage.setlist('sync', asOwner(secretOf('of a friend')));
      expect({ exit, codes: codesIn(err) }).toEqual({ exit: 8, codes: [code] });
      expect([stage.rows(), stage.rows(id('friends'))]).toEqual(['ab', 'xy']);
      expect(await stage.texts('reports/owner')).not.toContain('Friends');
    },
  );
});
