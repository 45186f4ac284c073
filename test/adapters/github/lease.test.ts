import { test } from './stage.ts';

const holder = (run: string, untilMs = 1000) => ({ owner: 'octocat', run, untilMs });
const ref = 'refs/setlist/lease/main';

test('the first has it until it lets go', async ({ open, expect }) => {
  const { git, other, github, bare } = await open();
  const lease = await git.lease('main', holder('one'), 0);
  expect(lease.kind).toBe('taken');
  expect(await other.lease('main', holder('two'), 999)).toEqual({ kind: 'held', by: holder('one') });
  expect(await other.lease('App “2”/x', holder('two'), 0)).toMatchObject({ kind: 'taken' });
  if (lease.kind === 'taken') await lease.release();
  expect(bare(['for-each-ref', '--format=%(refname)', 'refs/setlist'])).toBe(
    'refs/setlist/lease/%41pp%20%e2%80%9c2%e2%80%9d%2fx',
  );
  expect(await other.lease('main', holder('two'), 0)).toMatchObject({ kind: 'taken' });
  expect(bare(['rev-list', '--count', 'main'])).toBe('1');
  expect(github.strangers).toEqual([]);
  expect(github.log.slice(0, 4)).toMatchInlineSnapshot(`
    [
      "GET /repos/nightbird/setlist/git/ref/setlist/lease/main 404",
      "GET /repos/nightbird/setlist/git/ref/heads/main 200",
      "GET /repos/nightbird/setlist/git/commits/<sha> 200",
      "POST /repos/nightbird/setlist/git/commits 201",
    ]
  `);
});

test('renewed in time it is kept; run out it is anybody’s, and the late owner is told', async ({ open, expect }) => {
  const { git, other } = await open();
  const lease = await git.lease('main', holder('one'), 0);
  if (lease.kind !== 'taken') throw new Error('not taken');
  expect(await lease.renew(2000)).toBe(true);
  expect(await other.lease('main', holder('two', 3000), 1500)).toEqual({ kind: 'held', by: holder('one', 2000) });
  const second = await other.lease('main', holder('two', 3000), 2000);
  expect(second.kind).toBe('taken');
  expect(await lease.renew(4000)).toBe(false);
  await lease.release();
  expect(await git.lease('main', holder('three'), 2500)).toEqual({ kind: 'held', by: holder('two', 3000) });
});

test.for(['cut', 'bad-gateway'] as const)(
  'a lost answer (%s) leaves no lease that nobody holds',
  async (kind, { open, expect }) => {
    const { git, github, bare } = await open();
    github.befall({ on: 'POST /repos/nightbird/setlist/git/refs', how: { kind, when: 'after' } });
    const lease = await git.lease('main', holder('one'), 0);
    expect(lease.kind).toBe('taken');
    github.befall({ on: 'DELETE', how: { kind, when: 'after' } });
    if (lease.kind === 'taken') await lease.release();
    expect(bare(['for-each-ref', 'refs/setlist'])).toBe('');
    expect(github.strangers).toEqual([]);
  },
);

test('of two at once, one has it', async ({ open, expect }) => {
  const { git, other, bare } = await open();
  for (const nowMs of [0, 5000]) {
    const both = await Promise.all([
      git.lease('main', holder('one', nowMs + 1000), nowMs),
      other.lease('main', holder('two', nowMs + 1000), nowMs),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['held', 'taken']);
  }
  expect(bare(['rev-list', '--count', ref])).toBe('2');
});

test('a lease that cannot be read holds nothing up', async ({ open, expect }) => {
  const { git, bare } = await open();
  bare(['update-ref', ref, bare(['rev-parse', 'main'])]);
  expect(await git.lease('main', holder('one'), 0)).toMatchObject({ kind: 'taken' });
});
