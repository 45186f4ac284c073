import type { CommitId } from '../../ports.ts';
import { lineOf } from './command.ts';
import { readObjects, type Stored } from './objects.ts';
import { refusedByGit } from './refused.ts';
import type { Repository } from './repository.ts';

type Wanted = {
  readonly commit: CommitId;
  readonly path: string;
  readonly resolve: (text: string | undefined) => void;
  readonly reject: (error: unknown) => void;
};

const action = 'read an earlier state';

/** Reads files as they stood in commits; undefined where there was none. What is asked for in one go is read by one git. */
export function readerOf(repository: Repository): (commit: CommitId, path: string) => Promise<string | undefined> {
  let waiting: Wanted[] = [];
  const readWaiting = async (): Promise<void> => {
    const wanted = waiting;
    waiting = [];
    try {
      await readAll(repository, wanted);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  };
  return (commit, path) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void readWaiting());
      waiting.push({ commit, path, resolve, reject });
    });
}

async function readAll(repository: Repository, wanted: readonly Wanted[]): Promise<void> {
  const commits = wanted.map(({ commit }) => `${commit}^{commit}`);
  const files = await Promise.all(wanted.map((one) => nameOf(repository, one)));
  const stored = await readObjects(repository, action, [...commits, ...files]);
  for (const [index, { commit, resolve, reject }] of wanted.entries())
    if (stored[index] === undefined) reject(refusedByGit(action, `there is no commit ${commit}`, repository.root));
    else resolve(textOf(stored[wanted.length + index]));
}

/** By its id where the path holds a line break, which a line of input cannot. */
async function nameOf({ run }: Repository, { commit, path }: Wanted): Promise<string> {
  const name = `${commit}:${path}`;
  if (!name.includes('\n')) return name;
  return lineOf((await run(['rev-parse', '--verify', '--quiet', '--end-of-options', name])).stdout);
}

const textOf = (stored: Stored | undefined): string | undefined =>
  stored?.kind === 'blob' ? new TextDecoder().decode(stored.bytes) : undefined;
