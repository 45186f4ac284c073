import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { fieldsOf } from './command.ts';
import { commitAt, type Repository } from './repository.ts';

const action = 'see what changed';

/** Paths below these folders whose file differs from the head commit, whatever the index says of it. */
export async function changed(repository: Repository, folders: readonly string[]): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  const { ask, gitFolder } = repository;
  // Outside a repository git would complain of a head that it cannot find.
  await gitFolder();
  if ((await commitAt(repository, 'HEAD')) === undefined) throw new Failure([problem('machine/no-commit', {})]);
  const known = ['diff', '-z', '--name-only', '--no-renames', '--no-ext-diff', 'HEAD', '--', ...folders];
  const fresh = ['ls-files', '-z', '--others', '--exclude-standard', '--', ...folders];
  const paths = [fieldsOf(await ask(action, known)), fieldsOf(await ask(action, fresh))].flat();
  return [...new Set(paths)].sort();
}
