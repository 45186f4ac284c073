import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openGit } from '../../../src/adapters/git/open-git.ts';
import { atMs, env, repository } from './repository.ts';

test('commits texts, replaces and takes away, on the branch, the index and the disk', async () => {
  const here = repository({ 'reports/old/deep/a.json': 'a', 'reports/b.json': 'b', 'playlists/c.yaml': 'c' });
  const before = await here.git.head();
  const files = { 'reports/old/deep/a.json': null, 'reports/b.json': 'B\r\n', 'reports/new/d.json': '♫' };
  const end = await here.commit(files, 'Night\r\n\r\nBody \u001b[31m\u202e\n\n');
  expect(end).toEqual({ kind: 'done', commit: await here.git.head() });
  expect(here.sh('log', '-1', '--format=%P|%an|%ae|%ai|%cn|%ci|%B')).toBe(
    `${before}|Setlist|setlist@invalid|2026-11-22 03:04:05 +0000|Setlist|2026-11-22 03:04:05 +0000|Night\n\nBody [31m\n\n`,
  );
  expect(here.sh('show', '--name-status', '--format=', '--no-renames', 'HEAD')).toBe(
    'M\treports/b.json\nA\treports/new/d.json\nD\treports/old/deep/a.json\n',
  );
  expect(here.get('reports/b.json')).toBe('B\r\n');
  expect(existsSync(join(here.root, 'reports/old'))).toBe(false);
  expect(here.sh('status', '--porcelain')).toBe('');
  expect(readdirSync(join(here.root, '.git/setlist'))).toEqual([]);
});

test('gives the same commit for the same content, whatever the configuration', async () => {
  const [one, other] = [repository(), repository()];
  const hook = join(other.root, '.git/hooks/reference-transaction');
  writeFileSync(hook, '#!/bin/sh\nexit 1\n');
  chmodSync(hook, 0o700);
  for (const pair of ['commit.gpgsign=true', 'core.autocrlf=true', 'i18n.commitEncoding=latin1', 'user.name=Eve'])
    other.sh('config', ...pair.split('='));
  for (const here of [one, other]) await here.commit({ 'reports/a.json': 'a\r\n' }, 'Nächte');
  const [tree, message] = ['HEAD^{tree}', 'HEAD'].map((name) => other.sh('cat-file', '-p', name));
  expect(tree).toBe(one.sh('cat-file', '-p', 'HEAD^{tree}'));
  expect(message?.replace(/^parent .*$/m, '')).toBe(one.sh('cat-file', '-p', 'HEAD').replace(/^parent .*$/m, ''));
});

test('does nothing where the branch has moved', async () => {
  const here = repository();
  const expected = await here.git.head();
  here.sh('commit', '--quiet', '--allow-empty', '-m', 'Second');
  const head = await here.git.head();
  const files = new Map([['reports/a.json', 'a']]);
  expect(await here.git.commit({ expected, message: 'x', files, atMs })).toEqual({ kind: 'moved', head });
  expect(here.sh('status', '--porcelain')).toBe('');
  expect(await here.git.head()).toBe(head);
});

test('leaves what the user staged, changed and added as it is', async () => {
  const here = repository({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c', 'reports/x.json': 'x', 'reports/y.json': 'y' });
  here.put('a.txt', 'staged');
  here.put('reports/y.json', 'staged too');
  here.put('new.txt', 'new');
  here.sh('add', 'a.txt', 'new.txt', 'reports/y.json');
  here.put('a.txt', 'and changed after');
  here.put('b.txt', 'changed');
  here.sh('rm', '--quiet', '--cached', 'c.txt');
  here.put('untracked.txt', 'u');
  here.sh('add', '--intent-to-add', 'untracked.txt');
  const [status, staged] = [here.sh('status', '--porcelain'), here.sh('diff', '--cached')];
  await here.commit({ 'reports/x.json': 'X', 'reports/z.json': 'Z' });
  expect(here.sh('status', '--porcelain')).toBe(status);
  expect(here.sh('diff', '--cached')).toBe(staged);
  expect(here.get('a.txt')).toBe('and changed after');
  expect(here.sh('show', '--name-only', '--format=', 'HEAD')).toBe('reports/x.json\nreports/z.json\n');
});

const odd = [
  'reports/-rf',
  'reports/--help',
  'reports/a b',
  'reports/a"b\\c',
  'reports/tab\tnew\nline',
  'reports/*?[a]',
  'reports/:(exclude)x',
  'reports/♫/ü',
  'reports/u\u0308',
  'reports/@{0}^~:',
  `reports/${'n'.repeat(255)}`,
  '-top',
  '!top',
];

test.each(odd)('commits, reads, lists and takes away a file named %j', async (path) => {
  const here = repository();
  await here.commit({ [path]: 'odd' });
  const first = await here.git.head();
  expect(here.sh('ls-files', '-z')).toContain(`${path}\0`);
  expect(here.get(path)).toBe('odd');
  expect(await here.git.read(first, path)).toBe('odd');
  expect(await here.git.log([path])).toHaveLength(1);
  here.put(path, 'other');
  expect(await here.git.changed([path])).toEqual([path]);
  here.put(path, 'odd');
  await here.commit({ [path]: null });
  expect(await here.git.read(await here.git.head(), path)).toBeUndefined();
  expect(here.sh('status', '--porcelain')).toBe('');
});

test('turns a file into a folder and back', async () => {
  const here = repository();
  await here.commit({ 'reports/a': 'file' });
  await here.commit({ 'reports/a': null, 'reports/a/b/c': 'below' });
  expect(here.get('reports/a/b/c')).toBe('below');
  await here.commit({ 'reports/a/b/c': null, 'reports/a': 'file again' });
  expect(here.get('reports/a')).toBe('file again');
  expect(here.sh('status', '--porcelain')).toBe('');
});

test('replaces a link by a file and never writes through it', async () => {
  const here = repository({ 'kept.txt': 'kept' });
  mkdirSync(join(here.root, 'reports'));
  symlinkSync('../kept.txt', join(here.root, 'reports/a'));
  await here.commit({ 'reports/a': 'a' });
  expect(here.get('kept.txt')).toBe('kept');
  expect(here.get('reports/a')).toBe('a');
});

test('commits 2,000 files of 30 MB with as many git commands as one file takes', async () => {
  const here = repository();
  const counted = join(here.root, '.git/counting');
  mkdirSync(counted);
  const real = here.sh('--exec-path').trim();
  writeFileSync(join(counted, 'git'), `#!/bin/sh\necho >> ${counted}/count\nexec ${real}/git "$@"\n`, { mode: 0o700 });
  const git = openGit(here.root, { ...env, PATH: `${counted}:${env.PATH}` });
  const count = () => statSync(join(counted, 'count')).size;
  const commit = async (files: ReadonlyMap<string, string>) =>
    git.commit({ expected: await git.head(), message: 'x', files, atMs });
  await commit(new Map([['reports/one', 'one']]));
  const few = count();
  const text = (index: number) => `${index}\n`.padEnd(15_000, `${index} and so on\n`);
  const many = new Map(
    Array.from({ length: 2000 }, (_, index) => [`reports/${index % 20}/${index}.json`, text(index)]),
  );
  expect(await commit(many)).toMatchObject({ kind: 'done' });
  expect(count() - few).toBeLessThanOrEqual(few);
  expect(here.sh('status', '--porcelain')).toBe('');
  expect(here.get('reports/7/1987.json')).toBe(text(1987));
});
