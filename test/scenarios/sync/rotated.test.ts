import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { decodeSecret } from '../../../src/adapters/spotify/secret.ts';
import type { AccountName } from '../../../src/domain/ids.ts';
import { repositories } from '../../github/repository.ts';
import { startGitHub } from '../../github/server.ts';
import { type Env, type Stage, test } from '../stage/stage.ts';
import { clientId, control, rule, smallWorld } from '../stage/world.ts';

const dayMs = 86_400_000;
const name = 'SETLIST_TOKEN_OWNER';
const files = { 'playlists/night.yaml': rule('List', 'cabd'), ...control('night') };
const rotating = smallWorld('abc', { more: { apps: [{ id: clientId, rotates: true }] } });

/** A GitHub whose token may write secrets, and where they are put. */
async function gitHub(to: string) {
  const { bare, remove } = await repositories({ 'README.md': 'Playlists\n' });
  const github = await startGitHub(bare.git);
  onTestFinished(remove);
  onTestFinished(() => github.close());
  const env: Env = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_REPOSITORY: github.repository,
    SETLIST_SECRETS_TO: to,
    SETLIST_SECRETS_TOKEN: github.token,
  };
  return { github, env };
}

const inside = (secret: string | undefined) => {
  const read = decodeSecret(secret, 'owner' as AccountName);
  return read.ok ? read.value : undefined;
};
const codesIn = (err: string): readonly string[] => [...err.matchAll(/\[([\w/-]+)\]$/gm)].map(([, code = '']) => code);
const signIns = (stage: Stage): number => stage.simulator.log.filter(({ path }) => path === '/api/token').length;

test.for([
  ['repo', name],
  ['environment:production', `production/${name}`],
])('put into %s, each night begins with what the last one got', async ([to = '', key = ''], { open, expect }) => {
  const stage = await open({ world: rotating, files });
  const { github, env } = await gitHub(to);
  const told: (string | undefined)[] = [];
  for (const night of [1, 2, 3]) {
    const secret: Env = night === 1 ? {} : { [name]: github.secrets()[key] };
    const { exit, err } = await stage.setlist('sync', { ...env, ...secret });
    expect({ exit, err }, `night ${night}`).toEqual({ exit: 0, err: '' });
    const kept = inside(github.secrets()[key]);
    expect(kept).toMatchObject({ v: 1, user_id: 'owner', authorized_at: '2026-11-01T00:00:00Z' });
    told.push(kept?.refresh_token);
    stage.world.nowMs += dayMs;
  }
  expect(new Set(told).size).toBe(3);
  expect(stage.rows()).toBe('cabd');
  expect(github.strangers).toEqual([]);
});

test('is written back before anything is sent with it', async ({ open, expect }) => {
  const { github, env } = await gitHub('repo');
  const seen: string[][] = [];
  const stage = await open({
    world: rotating,
    files,
    before: ({ path }) => {
      if (path !== '/api/token') seen.push(Object.keys(github.secrets()));
    },
  });
  expect(await stage.setlist('plan', env)).toMatchObject({ exit: 10 });
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter((names) => !names.includes(name))).toEqual([]);
});

test('a run that signs in twice uses it itself, and the last one is kept', async ({ open, expect }) => {
  const { github, env } = await gitHub('repo');
  let asked = 0;
  const stage: Stage = await open({
    world: rotating,
    files,
    before: () => {
      asked += 1;
      if (asked === 4) stage.world.nowMs += 3_600_000;
    },
  });
  expect(await stage.setlist('sync', env)).toMatchObject({ exit: 0, err: '' });
  expect(signIns(stage)).toBeGreaterThan(1);
  const good = stage.world.users.get('owner')?.refreshTokens.filter(({ revoked }) => !revoked);
  expect(good?.map(({ token }) => token)).toEqual([inside(github.secrets()[name])?.refresh_token]);
});

test('is said loudly where nothing says where to put it, and the next night stops', async ({ open, expect }) => {
  const stage = await open({ world: rotating, files });
  const first = await stage.setlist('sync --quiet');
  expect(first).toMatchObject({ exit: 0, out: '' });
  expect(first.err).toMatchInlineSnapshot(`
    "Cannot go on as "owner" after 2026-11-22T04:00Z: Spotify replaced the refresh token in SETLIST_TOKEN_OWNER, and the new one is not kept: SETLIST_SECRETS_TO does not say where [spotify/rotated-not-kept]
      fix: Run "setlist login owner --to repo" before the next run; to have runs keep it themselves, set SETLIST_SECRETS_TO and SETLIST_SECRETS_TOKEN (the Action: "secrets-to" and "secrets-token")
    "
  `);
  expect(stage.rows()).toBe('cabd');
  const runs = await readFile(join(stage.folder, 'reports', 'owner', 'runs', '2026-11.jsonl'), 'utf8');
  expect(runs).toContain('"code":"spotify/rotated-not-kept"');
  expect(await stage.texts('reports')).toContain('setlist login owner --to repo');
  stage.world.nowMs += dayMs;
  const second = await stage.setlist('sync --quiet');
  expect(second.exit).toBe(9);
  expect(second.err).toMatchInlineSnapshot(`
    "Cannot sign in as "owner": Refresh token revoked; in the night of 2026-11-22 Spotify replaced the refresh token, and the new one was not kept [sign-in/replaced]
      fix: Run "setlist login owner" and replace its secret; to have runs keep what Spotify replaces, set SETLIST_SECRETS_TO and SETLIST_SECRETS_TOKEN (the Action: "secrets-to" and "secrets-token")
    "
  `);
  stage.world.nowMs += dayMs;
  for (const args of ['sync', 'plan', 'doctor']) {
    const { exit, out, err } = await stage.setlist(args);
    expect({ args, exit, said: `${out}${err}` }).toEqual({
      args,
      exit: 9,
      said: expect.stringContaining('[sign-in/replaced]'),
    });
  }
});

test.for<[string, Env, RegExp]>([
  ['no token at all', { SETLIST_SECRETS_TOKEN: undefined }, /neither GITHUB_TOKEN nor GH_TOKEN/],
  ['a token that may not', { SETLIST_SECRETS_TOKEN: 'ghs_weak' }, /Bad credentials/],
  ['a place that is not there', { SETLIST_SECRETS_TO: 'environment:moon' }, /no such repository or environment/],
])('is said loudly with %s, in runs that fail too', async ([, more, reason], { open, expect }) => {
  const stage = await open({ world: rotating, files });
  const { github, env } = await gitHub('repo');
  stage.world.faults.push({ method: '*', path: '/me', kind: 'false-401', when: 'before', retryAfterSeconds: 5 });
  const { exit, err } = await stage.setlist('sync', { ...env, ...more });
  expect({ exit, codes: codesIn(err) }).toEqual({
    exit: 9,
    codes: ['spotify/unauthorized', 'spotify/rotated-not-kept'],
  });
  expect(err).toMatch(reason);
  expect(github.secrets()).toEqual({});
});

test('a place that nobody knows is refused before anything is sent', async ({ open, expect }) => {
  const stage = await open({ world: rotating, files });
  const { exit, err } = await stage.setlist('sync', { SETLIST_SECRETS_TO: 'moon' });
  expect({ exit, codes: codesIn(err), sent: signIns(stage) }).toEqual({
    exit: 2,
    codes: ['usage/bad-variable'],
    sent: 0,
  });
});
