import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openGit } from '../../../src/adapters/git/open-git.ts';
import { exitOf, fixOf, messageOf } from '../../../src/problem/catalogue.ts';
import { at, env, folder, type Here, refusals, repository } from './repository.ts';

const codes = async (promise: Promise<unknown>) => (await refusals(promise)).map(({ code }) => code);

/** Two branches that disagree about a file. */
function torn(path: string): Here {
  const here = repository({ [path]: 'a' });
  here.sh('switch', '--quiet', '-c', 'other');
  here.put(path, 'b');
  here.sh('commit', '--quiet', '-am', 'b');
  here.sh('switch', '--quiet', 'main');
  here.put(path, 'c');
  here.sh('commit', '--quiet', '-am', 'c');
  return here;
}

test('finds nothing wrong with a repository that can be committed to, clean or not', async () => {
  const here = repository();
  await here.git.check();
  here.put('new', 'x');
  here.sh('add', 'new');
  await here.git.check();
});

test('refuses where git is not installed', async () => {
  const here = repository();
  const git = openGit(here.root, { PATH: '/nowhere' });
  expect(await refusals(git.check())).toMatchObject([
    { code: 'machine/no-git', facts: { said: 'it is not installed' } },
  ]);
});

test('refuses a folder that is no repository, or is not there', async () => {
  const root = folder();
  const [problem] = await refusals(at(root).git.check());
  expect(problem).toMatchObject({ code: 'machine/no-repository' });
  expect(JSON.stringify(problem)).not.toContain(root);
  expect(await codes(at(join(root, 'none')).git.check())).toEqual(['machine/no-repository']);
});

test('refuses a bare repository', async () => {
  const here = at(folder());
  here.sh('init', '--quiet', '--bare');
  expect(await codes(here.git.check())).toEqual(['machine/no-repository']);
});

test('refuses a folder below the top of its repository', async () => {
  const here = repository();
  const git = openGit(join(here.root, 'playlists'), env);
  expect(await refusals(git.check())).toEqual([{ code: 'machine/below-the-top', facts: { below: 'playlists' } }]);
});

test('refuses a repository without a commit, and says so to whoever asks for its head', async () => {
  const here = at(folder());
  here.sh('init', '--quiet');
  expect(await codes(here.git.check())).toEqual(['machine/no-commit']);
  expect(await codes(here.git.head())).toEqual(['machine/no-commit']);
});

test('refuses a detached head', async () => {
  const here = repository();
  here.sh('switch', '--quiet', '--detach');
  expect(await codes(here.git.check())).toEqual(['machine/no-branch']);
  expect(await codes(here.commit({ 'reports/a': 'a' }))).toEqual(['machine/no-branch']);
});

test.each(['merge', 'cherry-pick', 'rebase'])('refuses while a %s is under way', async (what) => {
  const here = torn('playlists/a.yaml');
  expect(() => here.sh(what, 'other')).toThrow();
  expect(await refusals(here.git.check())).toContainEqual({ code: 'machine/under-way', facts: { what } });
});

test('tells everything at once, and what each needs', async () => {
  const here = torn('reports/a\u001b[2J.json');
  expect(() => here.sh('rebase', 'other')).toThrow();
  const problems = await refusals(here.git.check());
  expect(problems.map(({ code }) => code)).toEqual(['machine/no-branch', 'machine/under-way', 'machine/unmerged']);
  expect(problems[2]).toMatchObject({ facts: { paths: ['reports/a[2J.json'] } });
  expect(exitOf(problems)).toBe(11);
  expect(new Set(problems.map(fixOf)).size).toBe(3);
  expect(problems.map(messageOf).join()).not.toContain('\u001b');
});

test('refuses conflicts that no merge explains any more', async () => {
  const here = repository({ 'reports/a.json': 'a' });
  here.put('reports/a.json', 'b');
  here.sh('stash', '--quiet');
  here.put('reports/a.json', 'c');
  here.sh('commit', '--quiet', '-am', 'c');
  expect(() => here.sh('stash', 'pop')).toThrow();
  expect(await codes(here.git.check())).toEqual(['machine/unmerged']);
});

test('refuses where our own files cannot be made', async () => {
  const here = repository();
  here.put('.git/setlist', 'a file where a folder should be');
  expect(await codes(here.git.check())).toEqual(['machine/git']);
});

// The superuser may write everywhere.
test.skipIf(process.getuid?.() === 0)('refuses what is read-only', async () => {
  const here = repository();
  mkdirSync(join(here.root, 'reports'));
  for (const path of ['.', 'reports', '.git', '.git/objects', '.git/refs']) {
    chmodSync(join(here.root, path), 0o500);
    expect(await refusals(here.git.check())).toContainEqual({
      code: 'machine/file',
      facts: { path, reason: 'it cannot be written' },
    });
    chmodSync(join(here.root, path), 0o700);
  }
});

test('works in a second working tree of a repository', async () => {
  const here = repository();
  const second = join(folder(), 'second');
  here.sh('worktree', 'add', '--quiet', '-b', 'second', second);
  const there = at(second);
  await there.git.check();
  expect(await there.commit({ 'reports/a.json': 'a' })).toMatchObject({ kind: 'done' });
  expect(there.sh('status', '--porcelain')).toBe('');
  expect(here.sh('status', '--porcelain')).toBe('');
});

test('is deaf to what the environment says of git', async () => {
  const here = repository();
  const git = openGit(here.root, { ...env, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere' });
  await git.check();
});

test('gives git nothing of the environment but where to find things', async () => {
  const here = repository();
  const folder = join(here.root, '.git/telling');
  mkdirSync(folder);
  const script = `#!/bin/sh\nenv >> ${folder}/told\nexec ${here.sh('--exec-path').trim()}/git "$@"\n`;
  writeFileSync(join(folder, 'git'), script, { mode: 0o700 });
  await openGit(here.root, { PATH: `${folder}:${env.PATH}`, HOME: '/nowhere', SETLIST_SECRET: 'secret' }).head();
  expect(here.get('.git/telling/told')).toContain('HOME=/nowhere');
  expect(here.get('.git/telling/told')).not.toContain('secret');
});
