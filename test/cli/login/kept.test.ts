import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { repositories } from '../../github/repository.ts';
import { type GitHub, startGitHub } from '../../github/server.ts';
import { agree, shownBy } from './browser.ts';
import { test as base, inside } from './stage.ts';

/** A GitHub with a repository `nightbird/setlist` and its environment `production`. */
const test = base.extend<{ readonly github: GitHub & { readonly env: Readonly<Record<string, string>> } }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest asks for a pattern.
  github: async ({}, use) => {
    const { bare, remove } = await repositories({ 'README.md': 'Playlists\n' });
    const github = await startGitHub(bare.git);
    const { apiUrl, token } = github;
    await use({ ...github, env: { GITHUB_API_URL: apiUrl, GITHUB_TOKEN: token } });
    await github.close();
    remove();
  },
});

const there = '--repository nightbird/setlist';

describe('setlist login --to', () => {
  test.concurrent.for([
    ['repo', 'SETLIST_TOKEN_OWNER', 'the secrets of nightbird/setlist'],
    [
      'environment:production',
      'production/SETLIST_TOKEN_OWNER',
      'the secrets of the environment "production" of nightbird/setlist',
    ],
  ])('%s seals the secret and shows it nowhere', async ([to = '', name = '', keptIn], { stage, github, expect }) => {
    const { login, setlist } = await stage();
    const running = login(`--json --to ${to} ${there}`, github.env);
    await agree(running);
    const { exit, out, err } = await running.ended;
    const secrets = github.secrets();
    expect(Object.keys(secrets)).toEqual([name]);
    const secret = secrets[name] ?? '';
    const { refresh_token: token } = inside(secret);
    expect({ exit, keptIn: JSON.parse(out).keptIn }).toEqual({ exit: 0, keptIn });
    for (const canary of [secret, String(token), github.token]) expect(`${out}${err}`).not.toMatch(canary);
    expect(github.strangers).toEqual([]);
    expect(await setlist('plan', { SETLIST_TOKEN_OWNER: secret })).toMatchObject({ exit: 10 });
  });

  test.concurrent('repo takes the repository of the remote, and replaces an older secret', async ({
    stage,
    github,
    expect,
  }) => {
    const { login, folder } = await stage();
    await writeFile(
      join(folder, '.git', 'config'),
      '[remote "origin"]\n\turl = git@github.com:nightbird/setlist.git\n',
      {
        flag: 'a',
      },
    );
    for (const _ of [1, 2]) {
      const running = login('--to repo', { GITHUB_API_URL: github.apiUrl, GH_TOKEN: github.token });
      await agree(running);
      const { exit, out } = await running.ended;
      expect({ exit, out }).toEqual({
        exit: 0,
        out: `Signed in "owner" as the Spotify user "owner", good until 2027-05-22.\nSETLIST_TOKEN_OWNER stands in the secrets of nightbird/setlist.\n`,
      });
    }
    expect(github.log.filter((one) => one.startsWith('PUT'))).toEqual([
      'PUT /repos/nightbird/setlist/actions/secrets/SETLIST_TOKEN_OWNER 201',
      'PUT /repos/nightbird/setlist/actions/secrets/SETLIST_TOKEN_OWNER 204',
    ]);
  });

  test.concurrent.for<[string, string, Record<string, string>]>([
    ['an environment that is not there', 'environment:moon', {}],
    ['a bad token', 'repo', { GITHUB_TOKEN: 'ghs_stolen' }],
  ])('asks nobody before %s is mended', async ([, to, env], { stage, github, expect }) => {
    const { login } = await stage();
    const ended = await login(`--to ${to} ${there}`, { ...github.env, ...env }).ended;
    expect(ended).toMatchObject({ exit: 11, out: '' });
    expect(ended.err).toMatchSnapshot();
    expect(ended.err).not.toMatch(/ghs_|authorize/);
  });

  test.concurrent('says what to do when GitHub refuses in the end', async ({ stage, github, expect }) => {
    const { login } = await stage();
    const json = { message: 'Resource not accessible by personal access token' };
    github.befall({ on: 'PUT ', how: { kind: 'answer', status: 403, json } });
    const running = login(`--to repo ${there}`, github.env);
    await agree(running);
    const { exit, out, err } = await running.ended;
    expect({ exit, out, code: /\[(machine\S+)\]/.exec(err)?.[1] }).toEqual({
      exit: 11,
      out: '',
      code: 'machine/github-secret',
    });
    expect(github.secrets()).toEqual({});
  });

  test.concurrent('tries again when the answer of GitHub is lost', async ({ stage, github, expect }) => {
    const { login } = await stage();
    github.befall({ on: 'PUT ', how: { kind: 'bad-gateway', when: 'after' } });
    const running = login(`--to repo ${there}`, github.env);
    await agree(running);
    expect(await running.ended).toMatchObject({ exit: 0 });
    expect(Object.keys(github.secrets())).toEqual(['SETLIST_TOKEN_OWNER']);
  });
});

describe('setlist login --out', () => {
  test.concurrent('writes a file that only its owner can read', async ({ stage, expect }) => {
    const { login, folder } = await stage();
    const file = join(folder, 'secret');
    await writeFile(file, 'everybody reads this');
    await chmod(file, 0o644);
    const before = await readdir(folder);
    const running = login('--quiet --out secret');
    await shownBy(running);
    expect(await readdir(folder)).toEqual(before);
    await agree(running);
    const { exit, out, err } = await running.ended;
    const text = await readFile(file, 'utf8');
    expect({ exit, out, mode: ((await stat(file)).mode & 0o777).toString(8) }).toEqual({
      exit: 0,
      out: '',
      mode: '600',
    });
    expect(inside(text)).toMatchObject({ v: 1, user_id: 'owner' });
    expect(err).not.toMatch(text.trim());
    expect(await readdir(folder)).toEqual(before);
  });
});
