import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { World } from '../../../src/simulator/world/world.ts';
import { type Stage, test } from '../stage/stage.ts';
import { clientId, id, rule, smallWorld, uri } from '../stage/world.ts';

const otherClientId = 'abcdef0123456789abcdef0123456789';
const scopes = 'playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public';
const names = ['owner', 'second', 'label'] as const;
type Name = (typeof names)[number];
const appOf = { owner: clientId, second: clientId, label: otherClientId };
const listOf = (name: Name): string => id(`list${name}`);

/** Two accounts of one app and one of another, of another developer; each rules a playlist of its own and searches for one. */
const setting = {
  world: smallWorld('', {
    more: {
      apps: [{ id: clientId }, { id: otherClientId, owner: 'studio' }],
      users: [
        ...names.map((name) => ({
          id: name,
          refreshTokens: [{ token: `of ${name}`, app: appOf[name], scopes, authorizedAt: '2026-11-01T00:00:00Z' }],
          playlists: [listOf(name)],
        })),
        { id: 'developer' },
        { id: 'studio' },
      ],
      playlists: names.map((name) => ({ id: listOf(name), owner: name, name, rows: [{ uri: uri('a') }] })),
    },
  }),
  files: {
    'playlists/setlist.yaml': `title: Three accounts
timezone: UTC
apply: "on"
apps:
  main: { client_id: ${clientId}, pace: { per_second: 2 }, accounts: { owner: {}, second: {} } }
  other: { client_id: "${otherClientId}", pace: { per_second: 2 }, accounts: { label: {} } }
`,
    ...Object.fromEntries(
      names.flatMap((name) => [
        [`playlists/${name}.yaml`, rule(name, 'ab', `account: ${name}\n`)],
        [`playlists/found-${name}.yaml`, `name: Found\naccount: ${name}\nfrom:\n  - search: { q: Song c, take: 1 }\n`],
        [
          `reports/${name}/control.json`,
          `${JSON.stringify({ version: 1, playlists: { [name]: { id: listOf(name), contact: 'known' } } })}\n`,
        ],
      ]),
    ),
  },
};

const done = (stage: Stage): readonly string[] => names.filter((name) => stage.rows(listOf(name)) === 'ab');
const nights = async (stage: Stage, name: Name): Promise<readonly string[]> => {
  const text = await readFile(join(stage.folder, `reports/${name}/runs/2026-11.jsonl`), 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line)).flatMap(({ event, nights: served }) => (event === 'end' ? served : []));
};

describe('several apps and accounts', () => {
  test('are served in one run, each in a ledger of its own', async ({ open, expect }) => {
    const stage = await open(setting);
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
    expect(done(stage)).toEqual(names);
    for (const name of names) expect(await nights(stage, name)).toEqual(['2026-11-22']);
    expect((await stage.setlist('verify')).exit).toBe(0);
  });

  test.for<readonly [string, Name | 'main', string, (world: World) => unknown]>([
    ['a revoked sign-in', 'second', 'spotify/sign-in-expired', ({ users }) => revoke(users, 'second')],
    ['a user whom the app does not list', 'second', 'spotify/not-allow-listed', ({ users }) => unlist(users, 'second')],
    ['a developer without Premium', 'label', 'spotify/premium-lapsed', ({ users }) => lapse(users, 'studio')],
    ['a developer without Premium', 'main', 'spotify/premium-lapsed', ({ users }) => lapse(users, 'developer')],
  ])(
    '%s stops %s alone: the others go on, and the stopped follow when it is mended',
    async ([, who, code, fail], { open, expect }) => {
      const stopped: readonly Name[] = who === 'main' ? ['owner', 'second'] : [who];
      const stage = await open(setting);
      fail(stage.world);
      const { exit, out, err } = await stage.setlist('sync');
      expect(exit).toBe(9);
      expect(`${out}${err}`).toContain(code);
      expect(done(stage)).toEqual(names.filter((name) => !stopped.includes(name)));
      for (const name of names) expect(await nights(stage, name)).toEqual(stopped.includes(name) ? [] : ['2026-11-22']);
      mend(stage.world);
      expect(await stage.setlist('sync')).toMatchObject({ exit: 0 });
      expect(done(stage)).toEqual(names);
      expect((await stage.setlist('verify')).exit).toBe(0);
    },
  );

  test.for<readonly [string, { readonly ruled: boolean; readonly begins: number }]>([
    ['was never signed in', { ruled: false, begins: 0 }],
    ['cannot be listed', { ruled: true, begins: 1 }],
    ['has no playlist to be listed yet', { ruled: false, begins: 1 }],
  ])('one that %s takes nothing of the limits from the others', async ([, { ruled, begins }], { open, expect }) => {
    const first = Object.entries(setting.files).filter(([path]) => ruled || !/second|found/.test(path));
    const yaml = `${setting.files['playlists/setlist.yaml']}limits: { creations: 2 }\n`;
    const stage = await open({ ...setting, files: { ...Object.fromEntries(first), 'playlists/setlist.yaml': yaml } });
    const ofSecond = [1, 2, 3].map((nth) => [`playlists/a-${nth}.yaml`, rule('New', 'a', 'account: second\n')]);
    await stage.write(Object.fromEntries(ofSecond));
    // Its three new rules have waited longer than the other's one.
    for (let night = 0; night < begins; night++) await stage.setlist('sync', { SETLIST_SUSPEND: '1' });
    revoke(stage.world.users, 'second');
    await stage.setlist('sync');
    await stage.write({ 'playlists/z.yaml': rule('New', 'a', 'account: owner\n') });
    expect(await stage.setlist('sync')).toMatchObject({ exit: 9 });
    const made = [...stage.world.playlists.values()].filter(({ name }) => name === 'New').map(({ owner }) => owner);
    expect(made).toEqual(['owner']);
  });

  test('a bucket that Spotify closes to one app is open to the other', async ({ open, expect }) => {
    const stage = await open(setting);
    const app = stage.world.apps.get(clientId);
    if (app !== undefined) app.quotas = { search: 0 };
    expect(await stage.setlist('sync')).toMatchObject({ exit: 7 });
    expect(done(stage)).toEqual(names);
    const searches = stage.requests().filter((one) => one.includes('/search'));
    // The second account of the closed app does not ask any more.
    expect(searches.sort()).toEqual(['GET /search 200', 'GET /search 429']);
  });
});

type Users = World['users'];
const tokenOf = (users: Users, name: string) => users.get(name)?.refreshTokens[0];
function revoke(users: Users, name: string): void {
  const token = tokenOf(users, name);
  if (token !== undefined) token.revoked = true;
}
const unlist = (users: Users, name: string) => Object.assign(users.get(name) ?? {}, { allowListed: false });
const lapse = (users: Users, name: string) => Object.assign(users.get(name) ?? {}, { premium: false });
function mend({ users }: World): void {
  for (const user of users.values()) {
    Object.assign(user, { allowListed: true, premium: true });
    for (const token of user.refreshTokens) token.revoked = false;
  }
}
