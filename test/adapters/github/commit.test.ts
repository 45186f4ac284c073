import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../../src/problem/failure.ts';
import type { Mishap } from '../../github/server.ts';
import { commitOf, files } from './a-commit.ts';
import { test } from './stage.ts';

const codeOf = async (running: Promise<unknown>): Promise<string> =>
  running.then(
    () => 'none',
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      return error.problems[0].code;
    },
  );

const mutation = 'POST /graphql';
const readHead = 'GET /repos/nightbird/setlist/git/ref/heads/main';

test('one commit with all files, by one request; the disk is as committed', async ({ open, expect }) => {
  const { git, github, bare, clone, folder } = await open({ 'reports/old.md': 'old\n', 'README.md': 'x\n' });
  await writeFile(join(folder, 'README.md'), 'changed by hand\n');
  const commit = commitOf(bare, { files: new Map([...files, ['reports/old.md', null]]) });
  const committed = await git.commit(commit);
  expect(committed).toEqual({ kind: 'done', commit: bare(['rev-parse', 'main']) });
  expect(github.log).toEqual([`${mutation} 200`]);
  expect(bare(['log', '--format=%an|%B', 'main'])).toMatchInlineSnapshot(`
    "github-actions[bot]|Night of 2026-11-22

    2 playlists changed
    Curator|Begin
    "
  `);
  expect(bare(['ls-tree', '-r', '--name-only', 'main']).split('\n')).toEqual(['README.md', ...files.keys()]);
  expect(bare(['show', 'main:reports/owner/control.json'])).toBe('{"version":1}');
  expect(await readFile(join(folder, 'reports/owner/control.json'), 'utf8')).toBe('{"version":1}\n');
  expect(clone(['status', '--porcelain', 'reports/old.md'])).toBe(' D reports/old.md');
  // What others see: the new head, its files, and nothing left to commit but the edit by hand.
  const tip = await git.head();
  expect(tip).toBe(bare(['rev-parse', 'main']));
  expect(await git.changed(['reports', 'README.md'])).toEqual(['README.md']);
  expect(await git.read(tip, 'reports/old.md')).toBeUndefined();
  expect(await git.read(tip, 'README.md')).toBe('x\n');
  expect(await git.read(tip, 'reports/owner/control.json')).toBe('{"version":1}\n');
  expect((await git.log(['reports/old.md'])).map(({ subject }) => subject)).toEqual(['Night of 2026-11-22', 'Begin']);
  expect(github.strangers).toEqual([]);
});

test('commits follow each other', async ({ open, expect }) => {
  const { git, github, bare } = await open();
  await git.commit(commitOf(bare));
  await git.commit(commitOf(bare, { message: 'Second', files: new Map([['reports/a.md', 'a\n']]) }));
  expect(bare(['log', '--format=%s', 'main']).split('\n')).toEqual(['Second', 'Night of 2026-11-22', 'Begin']);
  expect(await git.read(await git.head(), 'reports/owner/control.json')).toBe('{"version":1}\n');
  expect(github.log).toEqual([`${mutation} 200`, `${mutation} 200`, `${readHead} 200`]);
});

test('asked where the branch stands, it follows: a checkout may be older than what others did since', async ({
  open,
  expect,
}) => {
  const { git, bare, folder, meanwhile } = await open();
  const head = meanwhile({ 'reports/owner/control.json': '{"version":2}\n' });
  expect(await git.head()).toBe(head);
  expect(await readFile(join(folder, 'reports/owner/control.json'), 'utf8')).toBe('{"version":2}\n');
  expect(await git.changed(['playlists', 'reports'])).toEqual([]);
  expect(await git.commit(commitOf(bare, { expected: head }))).toMatchObject({ kind: 'done' });
});

test('a branch that moved is followed, and the next commit stands on it', async ({ open, expect }) => {
  const { git, github, bare, folder, meanwhile } = await open();
  const commit = commitOf(bare);
  const head = meanwhile({ 'playlists/night.yaml': null, 'playlists/day.yaml': 'name: Døgn\n', 'src/a.ts': 'a\n' });
  expect(await git.commit(commit)).toEqual({ kind: 'moved', head });
  expect(await git.head()).toBe(head);
  expect(await readFile(join(folder, 'playlists/day.yaml'), 'utf8')).toBe('name: Døgn\n');
  expect(await git.changed(['playlists', 'reports'])).toEqual([]);
  expect(await git.read(head, 'playlists/day.yaml')).toBe('name: Døgn\n');
  expect(await git.read(head, 'playlists/night.yaml')).toBeUndefined();
  expect(await git.read(commit.expected, 'playlists/night.yaml')).toBe('name: Night\n');
  expect(await git.commit({ ...commit, expected: head })).toMatchObject({ kind: 'done' });
  expect(bare(['log', '--format=%s', 'main']).split('\n')).toEqual(['Night of 2026-11-22', 'Between', 'Begin']);
  // Files are asked for beside each other, and answered in any order.
  expect([...github.log].sort()).toMatchInlineSnapshot(`
    [
      "GET /repos/nightbird/setlist/compare/<sha>...<sha> 200",
      "GET /repos/nightbird/setlist/contents/playlists/day.yaml 200",
      "GET /repos/nightbird/setlist/git/ref/heads/main 200",
      "GET /repos/nightbird/setlist/git/ref/heads/main 200",
      "POST /graphql 200",
      "POST /graphql 200",
    ]
  `);
  expect(github.strangers).toEqual([]);
});

const cases: readonly (readonly [string, readonly Mishap['how'][], number])[] = [
  ['cut before it arrived', [{ kind: 'cut', when: 'before' }], 2],
  ['cut after it was done', [{ kind: 'cut', when: 'after' }], 1],
  ['502 before', [{ kind: 'bad-gateway', when: 'before' }], 2],
  ['502 after', [{ kind: 'bad-gateway', when: 'after' }], 1],
  ['three times 502', Array.from({ length: 3 }, () => ({ kind: 'bad-gateway', when: 'before' })), 4],
  ['half an answer', [{ kind: 'answer', status: 200, json: { data: null } }], 2],
  ['too many requests', [{ kind: 'answer', status: 403, json: {}, headers: { 'retry-after': '2' } }], 2],
];

test.for(cases)('%s: one commit in the end', async ([, mishaps, sends], { open, expect }) => {
  const { git, github, bare, slept } = await open();
  github.befall(...mishaps.map((how) => ({ on: mutation, how })));
  const committed = await git.commit(commitOf(bare));
  expect(committed).toEqual({ kind: 'done', commit: bare(['rev-parse', 'main']) });
  expect(bare(['rev-list', '--count', 'main'])).toBe('2');
  expect(github.log.filter((one) => one.startsWith(mutation))).toHaveLength(sends);
  expect(slept).toMatchSnapshot();
  expect(github.log).toMatchSnapshot();
  expect(github.strangers).toEqual([]);
});

test('done, its answer lost, and somebody commits on top: ours is not made twice', async ({ open, expect }) => {
  const { git, github, bare, meanwhile } = await open();
  github.befall({ on: mutation, how: { kind: 'cut', when: 'after' } });
  github.befall({ on: readHead, how: { kind: 'meanwhile', happens: () => void meanwhile({ 'reports/b.md': 'b\n' }) } });
  expect(await git.commit(commitOf(bare))).toEqual({ kind: 'done', commit: bare(['rev-parse', 'main^']) });
  expect(bare(['log', '--format=%s', 'main']).split('\n')).toEqual(['Between', 'Night of 2026-11-22', 'Begin']);
});

test('the same words by somebody else are not ours', async ({ open, expect }) => {
  const { git, other, github, bare } = await open();
  const commit = commitOf(bare);
  const theirs = new Map([['reports/owner/control.json', '{"version":1, "theirs": true}\n']]);
  await other.commit({ ...commit, files: theirs });
  github.befall({ on: mutation, how: { kind: 'bad-gateway', when: 'before' } });
  expect(await git.commit(commit)).toEqual({ kind: 'moved', head: bare(['rev-parse', 'main']) });
});

test.for<[string, Mishap['how'], string]>([
  [
    'no permission',
    { kind: 'answer', status: 403, json: { message: 'Resource not accessible by integration' } },
    'machine/github-permission',
  ],
  [
    'a protected branch',
    {
      kind: 'answer',
      status: 200,
      json: { data: null, errors: [{ type: 'UNPROCESSABLE', message: 'Repository rule violations found' }] },
    },
    'machine/github-permission',
  ],
  ['a bad token', { kind: 'answer', status: 401, json: { message: 'Bad credentials' } }, 'machine/github-permission'],
  ['an hour to wait', { kind: 'answer', status: 429, json: {}, headers: { 'retry-after': '3600' } }, 'machine/github'],
])('%s: refused at once, nothing done', async ([, how, code], { open, expect }) => {
  const { git, github, bare, slept } = await open();
  github.befall({ on: mutation, how });
  expect(await codeOf(git.commit(commitOf(bare)))).toBe(code);
  expect({ sends: github.log.length, slept, commits: bare(['rev-list', '--count', 'main']) }).toEqual({
    sends: 1,
    slept: [],
    commits: '1',
  });
});

test('an outage is told after three more tries', async ({ open, expect }) => {
  const { git, github, bare, slept } = await open();
  const commit = commitOf(bare);
  github.befall(...Array.from({ length: 4 }, () => ({ on: mutation, how: { kind: 'cut', when: 'before' } }) as const));
  expect(await codeOf(git.commit(commit))).toBe('machine/github');
  expect(slept).toHaveLength(3);
});

test('a rewritten branch is refused, not guessed around', async ({ open, expect }) => {
  const { git, bare } = await open();
  const commit = commitOf(bare);
  const other = bare(['commit-tree', 'main^{tree}', '-m', 'Another beginning']);
  bare(['update-ref', 'refs/heads/main', other]);
  expect(await codeOf(git.commit(commit))).toBe('machine/github-many');
});

test('so is one whose last commit was taken back', async ({ open, expect }) => {
  const { git, bare, meanwhile } = await open();
  const begin = await git.head();
  await git.commit(commitOf(bare));
  const second = commitOf(bare);
  bare(['update-ref', 'refs/heads/main', begin]);
  meanwhile({ 'reports/b.md': 'b\n' });
  expect(await codeOf(git.commit(second))).toBe('machine/github-many');
});
