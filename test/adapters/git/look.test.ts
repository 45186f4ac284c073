import { expect, test } from 'vitest';
import { nameOnGitHub } from '../../../src/adapters/git/look.ts';
import { atMs, refusals, repository } from './repository.ts';

test('reads a file as it stood, and nothing where it was not', async () => {
  const here = repository({ 'reports/a.json': 'a\r\n♫' });
  const first = await here.git.head();
  await here.commit({ 'reports/a.json': null, 'reports/b.json': '' });
  expect(await here.git.read(first, 'reports/a.json')).toBe('a\r\n♫');
  expect(await here.git.read(await here.git.head(), 'reports/a.json')).toBeUndefined();
  expect(await here.git.read(await here.git.head(), 'reports/b.json')).toBe('');
  expect(await here.git.read(first, 'reports')).toBeUndefined();
  expect(await here.git.read(first, 'reports/*')).toBeUndefined();
});

test.each(['0'.repeat(40), '--help', '--output=x'])('refuses to read from %s', async (commit) => {
  const here = repository();
  expect(await refusals(here.git.read(commit, 'playlists/a.yaml'))).toMatchObject([{ code: 'machine/git' }]);
  expect(here.sh('status', '--porcelain')).toBe('');
});

test('tells the commits that touched paths, newest first, up to a moment', async () => {
  const here = repository();
  const commits: string[] = [];
  for (const [index, path] of ['reports/a', 'reports/b', 'reports/a', 'other'].entries()) {
    const files = new Map([[path, String(index)]]);
    const message = `Night ${index}\u001b[0m\n\nBody`;
    const end = await here.git.commit({ expected: await here.git.head(), message, files, atMs: atMs + index * 1000 });
    if (end.kind === 'done') commits.push(end.commit);
  }
  const [first, second, third, fourth] = commits;
  const of = async (...args: Parameters<typeof here.git.log>) =>
    (await here.git.log(...args)).map(({ commit }) => commit);
  expect(await of(['reports'])).toEqual([third, second, first]);
  expect(await of(['reports/a', 'other'])).toEqual([fourth, third, first]);
  expect(await of(['reports'], { most: 1 })).toEqual([third]);
  expect(await of(['reports'], { untilMs: atMs + 1999 })).toEqual([second, first]);
  expect(await of(['reports'], { untilMs: atMs - 1 })).toEqual([]);
  expect(await of([])).toEqual([]);
  expect(await of(['nowhere', '--all'])).toEqual([]);
  expect(await here.git.log(['reports/b'])).toEqual([
    { commit: second, atMs: atMs + 1000, author: 'Setlist', subject: 'Night 1[0m' },
  ]);
});

test('tells an empty subject and an odd author as they are', async () => {
  const here = repository();
  here.put('a', 'a');
  here.sh('add', 'a');
  here.sh('-c', 'user.name=A\u202eB | C', 'commit', '--quiet', '--allow-empty-message', '-m', '');
  await here.commit({ a: 'b' }, 'After');
  expect((await here.git.log(['a'])).map(({ author, subject }) => [author, subject])).toEqual([
    ['Setlist', 'After'],
    ['AB | C', ''],
  ]);
});

test('tells who works here, and which repository it is', async () => {
  const here = repository();
  expect(await here.git.user()).toBe('Ann');
  expect(await here.git.repository()).toBeNull();
  here.sh('remote', 'add', 'origin', 'git@github.com:ann/setlist.git');
  expect(await here.git.repository()).toBe('ann/setlist');
  here.sh('config', '--unset', 'user.name');
  expect(await here.git.user()).toBeNull();
});

test.each([
  ['https://github.com/ann/my.lists', 'ann/my.lists'],
  ['https://github.com/ann/lists.git', 'ann/lists'],
  ['https://x-access-token:secret@github.com/ann/lists.git/', 'ann/lists'],
  ['http://www.github.com/ann/lists', 'ann/lists'],
  ['https://GitHub.com:443/Ann/Lists', 'Ann/Lists'],
  ['git@github.com:ann/lists.git', 'ann/lists'],
  ['github.com:ann/lists', 'ann/lists'],
  ['ssh://git@github.com/ann/lists.git', 'ann/lists'],
  ['ssh://git@ssh.github.com:443/ann/lists.git', 'ann/lists'],
  ['git://github.com/ann/lists', 'ann/lists'],
  ['https://github.com.evil.example/ann/lists', null],
  ['https://evil.example/github.com/ann/lists', null],
  ['https://evil.example:x@y/ann/lists', null],
  ['https://github.com/ann', null],
  ['https://github.com/ann/..', null],
  ['https://github.com/ann/a b', null],
  ['https://gitlab.com/ann/lists', null],
  ['/srv/git/lists.git', null],
  ['', null],
])('takes %j for %j', (url, name) => {
  expect(nameOnGitHub(url)).toBe(name);
});
