import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openGit } from '../../../src/adapters/git/open-git.ts';
import { atMs, env, refusals, repository } from './repository.ts';

test.each(['../out', '/etc/x', 'a//b', './a', 'a/..', '', '.git/config', 'a/.GIT/x', 'a\0b', '\ud800'])(
  'refuses %j as a path before anything is done',
  async (path) => {
    const here = repository();
    const head = await here.git.head();
    expect(await refusals(here.commit({ 'reports/a': 'a', [path]: 'x' }))).toMatchObject([{ code: 'machine/file' }]);
    expect(await here.git.head()).toBe(head);
    expect(existsSync(join(here.root, 'reports'))).toBe(false);
  },
);

test('refuses folders that are links, files in the way of folders, and folders in the way of files', async () => {
  const here = repository();
  symlinkSync('/tmp', join(here.root, 'link'));
  here.put('file', 'f');
  mkdirSync(join(here.root, 'folder/below'), { recursive: true });
  const head = await here.git.head();
  const refused = [
    ['link/a', 'link', 'it links to another place'],
    ['link/a/b', 'link', 'it links to another place'],
    ['file/a', 'file', 'a file stands where a folder should'],
    ['file/a/b', 'file', 'a file stands where a folder should'],
    ['folder', 'folder', 'it is a folder'],
    [`reports/${'n'.repeat(256)}`, `reports/${'n'.repeat(256)}`, 'its name is too long'],
  ] as const;
  for (const [name, path, reason] of refused)
    expect(await refusals(here.commit({ [name]: 'x' }))).toEqual([{ code: 'machine/file', facts: { path, reason } }]);
  expect(await refusals(here.commit({ a: 'x', 'a/b': 'x' }))).toMatchObject([
    { facts: { path: 'a', reason: 'it would be both a file and a folder' } },
  ]);
  expect(await here.git.head()).toBe(head);
});

test('says that the disk is full in the words of git', async () => {
  const here = repository();
  const fake = join(here.root, '.git/fake');
  mkdirSync(fake);
  const real = here.sh('--exec-path').trim();
  const said = `error: unable to write file ${here.root}/.git/objects/ab: No space left on device`;
  writeFileSync(
    join(fake, 'git'),
    `#!/bin/sh\ncase "$*" in *hash-object*) echo 'warning: w' >&2; echo '${said}' >&2; exit 128;; esac\nexec ${real}/git "$@"\n`,
    { mode: 0o700 },
  );
  const git = openGit(here.root, { ...env, PATH: `${fake}:${env.PATH}` });
  const files = new Map([['reports/a', 'a']]);
  expect(await refusals(git.commit({ expected: await git.head(), message: 'x', files, atMs }))).toEqual([
    {
      code: 'machine/git',
      facts: {
        action: 'store the files',
        said: 'unable to write file .git/objects/ab: No space left on device',
        reason: 'full',
      },
    },
  ]);
  expect(here.sh('status', '--porcelain')).toBe('');
  expect(readdirSync(join(here.root, '.git/setlist'))).toEqual([]);
});

test('refuses while another git command holds the index, and touches nothing', async () => {
  const here = repository();
  here.put('.git/index.lock', '');
  const head = await here.git.head();
  expect(await refusals(here.commit({ 'reports/a': 'a' }))).toEqual([
    { code: 'machine/git-busy', facts: { lock: '.git/index.lock' } },
  ]);
  expect(await here.git.head()).toBe(head);
  expect(existsSync(join(here.root, 'reports'))).toBe(false);
  expect(existsSync(join(here.root, '.git/index.lock'))).toBe(true);
});
