import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusals, repository } from './repository.ts';

const old = { 'reports/a.json': 'a', 'reports/b.json': 'b', 'reports/c/gone.json': 'gone', 'other/d.txt': 'd' };
const night = { 'reports/a.json': 'A', 'reports/b.json': 'B', 'reports/c/gone.json': null, 'reports/new/e.json': 'E' };

/** A repository in which a commit was made and the disk stayed behind, as after a kill. */
async function lagging() {
  const here = repository(old);
  await here.commit({ ...night, 'other/d.txt': 'D' });
  for (const [path, text] of Object.entries(old)) here.put(path, text);
  rmSync(join(here.root, 'reports/new'), { recursive: true });
  return here;
}

test('brings what stayed behind to the last commit, and says what', async () => {
  const here = await lagging();
  const paths = ['reports/a.json', 'reports/b.json', 'reports/c/gone.json', 'reports/new/e.json'];
  expect(await here.git.changed(['reports'])).toEqual(paths);
  expect(await here.git.settle(['reports'])).toEqual(paths);
  expect(here.get('reports/a.json')).toBe('A');
  expect(here.get('reports/new/e.json')).toBe('E');
  expect(existsSync(join(here.root, 'reports/c'))).toBe(false);
  // Below another folder, nothing was asked for.
  expect(here.sh('status', '--porcelain')).toBe(' M other/d.txt\n');
  expect(await here.git.settle(['reports'])).toEqual([]);
});

test('brings the index along where that stayed behind too', async () => {
  const here = await lagging();
  here.sh('reset', '--quiet', 'HEAD^', '--', 'reports');
  expect(await here.git.settle(['reports'])).toHaveLength(4);
  expect(here.sh('status', '--porcelain', '--', 'reports')).toBe('');
});

test('leaves what somebody changed since, and everything staged', async () => {
  const here = await lagging();
  here.put('reports/a.json', 'by hand');
  rmSync(join(here.root, 'reports/b.json'));
  here.put('reports/new/e.json', 'by hand');
  rmSync(join(here.root, 'reports/c/gone.json'));
  symlinkSync('b', join(here.root, 'reports/c/gone.json'));
  here.put('staged.txt', 's');
  here.sh('add', 'staged.txt');
  const status = here.sh('status', '--porcelain');
  expect(await here.git.settle(['reports'])).toEqual([]);
  expect(here.sh('status', '--porcelain')).toBe(status);
});

test('does nothing for a first commit, for no folders, and for names that are patterns', async () => {
  const first = repository(old);
  first.put('reports/a.json', 'x');
  expect(await first.git.settle(['reports'])).toEqual([]);
  const here = await lagging();
  expect(await here.git.settle([])).toEqual([]);
  expect(await here.git.settle(['repo*', ':(top)'])).toEqual([]);
  expect(await here.git.changed([])).toEqual([]);
});

test('tells every file that differs from the last commit, whatever the index says', async () => {
  const here = repository({ ...old, '.gitignore': 'reports/ignored\n' });
  here.put('reports/a.json', 'A');
  here.put('reports/ignored', 'x');
  here.put('reports/new/deep/x y.json', 'new');
  here.put('reports/b.json', 'B');
  here.sh('add', 'reports/b.json');
  here.put('reports/b.json', 'b');
  here.put('reports/staged.json', 's');
  here.sh('add', 'reports/staged.json');
  here.sh('mv', 'reports/c/gone.json', 'reports/c/renamed.json');
  here.put('other/d.txt', 'D');
  expect(await here.git.changed(['reports', 'nowhere'])).toEqual([
    'reports/a.json',
    'reports/c/gone.json',
    'reports/c/renamed.json',
    'reports/new/deep/x y.json',
    'reports/staged.json',
  ]);
});

test('refuses to look where there is no commit', async () => {
  const here = repository();
  here.sh('switch', '--quiet', '--orphan', 'empty');
  expect(await refusals(here.git.settle(['reports']))).toMatchObject([{ code: 'machine/no-commit' }]);
});
