import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isSome } from '../../problem/checked.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { fieldsOf, lineOf } from './command.ts';
import { sweep } from './locks.ts';
import { plain } from './plain.ts';
import { isCode, noRepository, refusedBySystem, saidBy } from './refused.ts';
import { type Repository, standing } from './repository.ts';
import { staged } from './staging.ts';

/** Refuses whatever would make a commit fail later, all of it at once. */
export async function check(repository: Repository): Promise<void> {
  await mustBeTop(repository);
  const found = await Promise.all([
    stand(repository),
    underWay(repository),
    unmerged(repository),
    writable(repository),
  ]);
  const problems = found.flat();
  if (isSome(problems)) throw new Failure(problems);
}

async function mustBeTop({ run, root }: Repository): Promise<void> {
  const { code, stdout, stderr } = await run(['rev-parse', '--show-prefix', '--is-inside-work-tree']);
  if (code !== 0) throw noRepository(saidBy(stderr, root));
  const [prefix = '', inside] = lineOf(stdout).split('\n');
  const below = plain(prefix).replace(/\/$/, '');
  if (below !== '') throw new Failure([problem('machine/below-the-top', { below })]);
  if (inside !== 'true') throw noRepository('it has no working tree');
}

const stand = (repository: Repository): Promise<readonly Problem[]> =>
  standing(repository).then(
    () => [],
    (error: unknown) => {
      if (error instanceof Failure) return error.problems;
      throw error;
    },
  );

const works = {
  MERGE_HEAD: 'merge',
  'rebase-merge': 'rebase',
  'rebase-apply': 'rebase',
  CHERRY_PICK_HEAD: 'cherry-pick',
  REVERT_HEAD: 'revert',
} as const;

async function underWay({ gitFolder }: Repository): Promise<readonly Problem[]> {
  const folder = await gitFolder();
  const found = await Promise.all(
    Object.entries(works).map(async ([file, what]) => ((await isThere(join(folder, file))) ? what : undefined)),
  );
  const names = new Set(found.filter((what) => what !== undefined));
  return [...names].map((what) => problem('machine/under-way', { what }));
}

async function unmerged({ ask }: Repository): Promise<readonly Problem[]> {
  const fields = fieldsOf(await ask('read the index', ['ls-files', '--unmerged', '-z', '--', 'reports']));
  const paths = [...new Set(fields.map((field) => plain(field.slice(field.indexOf('\t') + 1))))].sort();
  return paths.length === 0 ? [] : [problem('machine/unmerged', { paths })];
}

async function writable(repository: Repository): Promise<readonly Problem[]> {
  const { root, gitFolder, sharedFolder } = repository;
  const shared = await sharedFolder();
  const places = {
    '.': root,
    ...(await foldersIn(root, 'reports')),
    '.git': await gitFolder(),
    '.git/objects': join(shared, 'objects'),
    '.git/refs': join(shared, 'refs'),
  };
  const open = await Promise.all(
    Object.entries(places).map(async ([path, there]) => ((await isWritable(there)) ? undefined : path)),
  );
  const closed = open.filter((path) => path !== undefined);
  if (closed.length === 0) return stageable(repository);
  return closed.map((path) => problem('machine/file', { path, reason: 'it cannot be written' }));
}

/** A folder, there or not, and all below it, by their paths. */
async function foldersIn(root: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const below = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const folders = below.filter((one) => one.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries([join(root, folder), ...folders].map((path) => [plain(relative(root, path)), path]));
}

/** Tried, not asked: a full disk only shows when something is written. */
async function stageable(repository: Repository): Promise<readonly Problem[]> {
  try {
    await sweep(repository);
    await staged(repository, async () => undefined);
    return [];
  } catch (error) {
    const failure = refusedBySystem('write to .git', error);
    if (failure instanceof Failure) return failure.problems;
    throw failure;
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    // What is not there will be made.
    (error: unknown) => isCode(error, 'ENOENT'),
  );
