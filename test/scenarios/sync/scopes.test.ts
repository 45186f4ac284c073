import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { control, rule, smallWorld } from '../stage/world.ts';

const files = {
  'playlists/night.yaml': rule('List', 'ab'),
  'playlists/loved.yaml': 'name: Loved\nfrom: [liked]\n',
  'playlists/newest.yaml': 'name: Newest\nfrom:\n  - liked: { limit: 5 }\n',
  'playlists/top.yaml': 'name: Top\nfrom:\n  - top: short\n',
  ...control('night'),
};
const begun = {
  'reports/origin.json': `${JSON.stringify({ version: 1, repository: null, accounts: { owner: 'owner' }, simulated: true })}\n`,
};
const all = [
  'playlist-read-private',
  'playlist-read-collaborative',
  'playlist-modify-private',
  'playlist-modify-public',
];

/** Whoever signed in agreed to these, as before the rules asked for more. */
const grant = (stage: Stage, scopes: readonly string[]): void => {
  for (const token of stage.world.users.get('owner')?.refreshTokens ?? []) token.scopes = scopes.join(' ');
};
const told = (lacks: string): string =>
  `Cannot do all that the rules of "owner" need: its sign-in does not allow ${lacks} [spotify/missing-scope]
  fix: Run "setlist login owner" again, agree to all that is asked, and replace its secret
`;

describe('a sign-in that does not cover what the rules need', () => {
  test.for(['sync', 'apply --yes', 'plan', 'gather', 'gather --save-facts f.json', 'apply'])(
    'is told once by "%s", and what it does not cover is not asked for',
    async (args, { open, expect }) => {
      const stage = await open({ world: smallWorld('a'), files });
      grant(stage, all);
      const { exit, err } = await stage.setlist(args);
      expect(exit).toBe(9);
      expect(err.replace(/.*\[apply\/dry\]\n.*\n/, '')).toBe(told('user-library-read, user-top-read'));
      expect(stage.requests().filter((one) => /\/me\/(tracks|top)| 403/.test(one))).toEqual([]);
      expect(stage.rows()).toBe(args === 'sync' || args === 'apply --yes' ? 'ab' : 'a');
    },
  );

  test('writes nothing where it does not cover that, nor announces it', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('a'), files: { ...files, ...begun } });
    grant(stage, all.slice(0, 2));
    const lacks = 'playlist-modify-private, playlist-modify-public, user-library-read, user-top-read';
    expect(await stage.setlist('plan')).toMatchObject({ exit: 9, err: told(lacks) });
    stage.requests();
    expect(await stage.setlist('sync')).toMatchObject({ exit: 9, err: told(lacks) });
    expect(stage.requests().filter((one) => !one.startsWith('GET ') || one.endsWith(' 403'))).toEqual([]);
    expect(await stage.texts('reports/owner/runs')).not.toContain('"intent"');
    grant(stage, [...all, 'user-library-read', 'user-top-read']);
    expect(await stage.setlist('sync')).toMatchObject({ err: '' });
    expect(stage.rows()).toBe('ab');
  });

  test('is told on a night with nothing to write too', async ({ open, expect }) => {
    const stage = await open({
      world: smallWorld('ab'),
      files: { 'playlists/night.yaml': rule('List', 'ab'), ...control('night') },
    });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    grant(stage, all.slice(0, 2));
    const lacks = 'playlist-modify-private, playlist-modify-public';
    expect(await stage.setlist('sync')).toMatchObject({ exit: 9, err: told(lacks) });
  });

  test('reads no playlists where it does not cover them, and leaves them as they are', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('a'), files });
    grant(stage, [...all.slice(2), 'user-library-read', 'user-top-read']);
    const lacks = 'playlist-read-collaborative, playlist-read-private';
    expect(await stage.setlist('sync')).toMatchObject({ exit: 9, err: told(lacks) });
    expect(stage.requests().filter((one) => one.includes('playlists'))).toEqual([]);
    expect(stage.rows()).toBe('a');
  });
});
