import { resolve } from 'node:path';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { type Command, type Environment, gitIn, lineOf, type Start } from './command.ts';
import { noRepository, refusedByGit, saidBy } from './refused.ts';

/** A repository, and where git keeps it. */
export type Repository = Command & {
  readonly root: string;
  /** What belongs to this working tree: index, head, and what we stage. */
  readonly gitFolder: () => Promise<string>;
  /** What all working trees share: objects and refs. */
  readonly sharedFolder: () => Promise<string>;
};

export function repositoryIn(folder: string, env: Environment, start?: Start): Repository {
  const root = resolve(folder);
  const command = gitIn(root, env, start);
  const asked = (option: string) =>
    once(async () => {
      const { code, stdout, stderr } = await command.run(['rev-parse', option]);
      if (code !== 0) throw noRepository(saidBy(stderr, root));
      return resolve(root, lineOf(stdout));
    });
  return { ...command, root, gitFolder: asked('--absolute-git-dir'), sharedFolder: asked('--git-common-dir') };
}

/** Asks until it is answered, then never again. */
function once(ask: () => Promise<string>): () => Promise<string> {
  let answer: string | undefined;
  return async () => {
    answer ??= await ask();
    return answer;
  };
}

export type Standing = { readonly head: string; readonly branch: string };

/** The branch, by its full name, and its commit. */
export async function standing(repository: Repository): Promise<Standing> {
  // Both by one command: it is asked for around every step that counts.
  const { code, stdout } = await repository.run(['rev-parse', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD']);
  const [head = '', branch = ''] = lineOf(stdout).split('\n');
  return code === 0 && branch.startsWith('refs/') ? { head, branch } : refused(repository);
}

/** Says why there is nothing to stand on. */
async function refused({ run, root }: Repository): Promise<never> {
  const { code, stderr } = await run(['symbolic-ref', '-q', 'HEAD']);
  if (code === 1) throw new Failure([problem('machine/no-branch', {})]);
  if (code !== 0) throw refusedByGit('read the branch', stderr, root);
  throw new Failure([problem('machine/no-commit', {})]);
}

/** The commit that a name stands for; undefined when there is none. */
export async function commitAt({ run }: Pick<Command, 'run'>, name: string): Promise<string | undefined> {
  const { code, stdout } = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return code === 0 ? lineOf(stdout) : undefined;
}
