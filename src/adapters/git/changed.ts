import { fieldsOf } from './command.ts';
import type { Repository } from './repository.ts';

/** Paths below these folders whose file differs from the head commit. */
export async function changed({ ask }: Repository, folders: readonly string[]): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  const how = ['--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=none'];
  const fields = fieldsOf(await ask('see what changed', ['status', ...how, '--', ...folders]));
  // Two letters and a space come before each path.
  return [...new Set(fields.map((field) => field.slice(3)))].sort();
}
