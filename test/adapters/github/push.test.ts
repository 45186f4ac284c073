import { commitOf } from './a-commit.ts';
import { test } from './stage.ts';

test.for<[string, ReadonlyMap<string, string>, boolean]>([
  ['50 files', new Map(Array.from({ length: 50 }, (_, index) => [`reports/${index}.md`, 'x\n'])), false],
  ['51 files', new Map(Array.from({ length: 51 }, (_, index) => [`reports/${index}.md`, 'x\n'])), true],
  ['two megabytes', new Map([['reports/big.md', 'é'.repeat(1_000_000)]]), false],
  ['a byte more', new Map([['reports/big.md', `${'é'.repeat(1_000_000)}x`]]), true],
])('%s: pushed with git where the API takes no more', async ([, many, isPushed], { open, expect }) => {
  const { git, github, pushed, bare } = await open();
  const committed = await git.commit(commitOf(bare, { files: many }));
  expect(committed).toEqual({ kind: 'done', commit: bare(['rev-parse', 'main']) });
  expect(bare(['log', '--format=%an|%s', 'main'])).toBe('github-actions[bot]|Night of 2026-11-22\nCurator|Begin');
  expect([pushed.length, github.log.length]).toEqual(isPushed ? [1, 0] : [0, 1]);
});

const large = new Map(Array.from({ length: 60 }, (_, index) => [`reports/${index}.md`, `${index}\n`]));

test('a push after a commit through the API, and one after the push', async ({ open, expect }) => {
  const { git, bare, github } = await open();
  await git.commit(commitOf(bare, { message: 'Small' }));
  await git.commit(commitOf(bare, { message: 'Large', files: new Map([...large, ['playlists/night.yaml', null]]) }));
  await git.commit(commitOf(bare, { message: 'Last', files: new Map([['reports/7.md', null]]) }));
  expect(bare(['log', '--format=%s', 'main']).split('\n')).toEqual(['Last', 'Large', 'Small', 'Begin']);
  expect(bare(['ls-tree', '-r', '--name-only', 'main']).split('\n')).toHaveLength(60 - 1 + 2);
  expect(await git.read(await git.head(), 'reports/8.md')).toBe('8\n');
  expect(await git.changed(['reports', 'playlists'])).toEqual([]);
  expect(github.strangers).toEqual([]);
});

test('a push that comes too late moves nothing', async ({ open, expect }) => {
  const { git, bare, meanwhile } = await open();
  const commit = commitOf(bare, { files: large });
  const head = meanwhile({ 'reports/b.md': 'b\n' });
  expect(await git.commit(commit)).toEqual({ kind: 'moved', head });
  expect(bare(['rev-parse', 'main'])).toBe(head);
  expect(await git.commit({ ...commit, expected: head })).toMatchObject({ kind: 'done' });
});
