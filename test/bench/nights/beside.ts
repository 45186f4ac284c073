/** Starts git in a small process of its own: where a large one forks, the system copies the map of all its memory, for 10 ms a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { type Ran, type Start, startGit } from '../../../src/adapters/git/command.ts';

type Asked = { readonly id: number; readonly args: readonly string[]; readonly given: Parameters<Start>[1] };
type Answered = { readonly id: number } & ({ readonly ran: Ran } | { readonly error: string });

/** Here it is the small process: it ends with the one that started it. */
if (process.send !== undefined && process.argv[1] === import.meta.filename)
  process.on('message', async ({ id, args, given }: Asked) => {
    const answer = await startGit(args, given).then(
      (ran): Answered => ({ id, ran }),
      (error: unknown): Answered => ({ id, error: String(error) }),
    );
    process.send?.(answer);
  });

export type Beside = { readonly start: Start; readonly close: () => void };

export function gitBeside(): Beside {
  const child: ChildProcess = fork(import.meta.filename, { serialization: 'advanced' });
  const waiting = new Map<number, (answer: Answered) => void>();
  let last = 0;
  child.on('message', (answer: Answered) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const start: Start = async (args, { cwd, env, input }) => {
    const id = ++last;
    const answer = await new Promise<Answered>((resolve) => {
      waiting.set(id, resolve);
      child.send({ id, args, given: { cwd, env, input: [...input] } } satisfies Asked);
    });
    if ('error' in answer) throw new Error(answer.error);
    return { ...answer.ran, stdout: Buffer.from(answer.ran.stdout) };
  };
  return { start, close: () => child.disconnect() };
}
