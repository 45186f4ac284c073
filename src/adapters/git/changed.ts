import { fieldsOf } from './command.ts';
import type { Repository } from './repository.ts';

const action = 'see what changed';

/** Paths below these folders whose file differs from the head commit, whatever the index says of it. */
export async function changed({ ask }: Repository, folders: readonly string[]): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  const known = ['diff', '-z', '--name-only', '--no-renames', '--no-ext-diff', 'HEAD', '--', ...folders];
  const fresh = ['ls-files', '-z', '--others', '--exclude-standard', '--', ...folders];
  const paths = [fieldsOf(await ask(action, known)), fieldsOf(await ask(action, fresh))].flat();
  return [...new Set(paths)].sort();
}
