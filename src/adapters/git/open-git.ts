import type { Git } from '../../ports.ts';
import { changed } from './changed.ts';
import { check } from './check.ts';
import type { Environment, Start } from './command.ts';
import { commit } from './commit.ts';
import { holderOf, lease } from './lease.ts';
import { log, repositoryName, userName } from './look.ts';
import { readerOf } from './read.ts';
import { repositoryIn, standing } from './repository.ts';
import { settle } from './settle.ts';

/** The branch that is checked out in this folder, by the git of this machine; of `env` it needs PATH and HOME. */
export function openGit(folder: string, env: Environment, start?: Start): Git {
  const repository = repositoryIn(folder, env, start);
  return {
    check: () => check(repository),
    head: async () => (await standing(repository)).head,
    repository: () => repositoryName(repository),
    user: () => userName(repository),
    changed: (folders) => changed(repository, folders),
    commit: (wanted) => commit(repository, wanted),
    settle: (folders) => settle(repository, folders),
    read: readerOf(repository),
    log: (paths, options) => log(repository, paths, options),
    lease: (name, holder, nowMs) => lease(repository, name, holder, nowMs),
    holder: (name, nowMs) => holderOf(repository, name, nowMs),
  };
}
