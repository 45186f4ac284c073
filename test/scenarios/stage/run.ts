import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');

/** What is tried: the sources, or the bundle that SETLIST_TEST_CLI names below the root, which starts sooner. */
export const program = join(root, process.env['SETLIST_TEST_CLI'] ?? join('src', 'cli', 'main.ts'));

export type Ended = {
  readonly exit: number | null;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
};

export type Running = {
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
  /** What was printed so far, on standard output and on standard error. */
  out(): string;
  err(): string;
  /** Lines for its standard input, which ends behind them. */
  type(...lines: readonly string[]): void;
};
type Options = { readonly cwd: string; readonly env?: Readonly<Record<string, string>> };

/** The real command in a process of its own, with nothing of our environment but where Node stands. */
export function start(args: readonly string[], { cwd, env = {} }: Options): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    join(root, 'node_modules', '.bin', 'node'),
    [program, ...args],
    // Compiled code is kept between runs: a quarter of the time of these tests.
    { cwd, env: { PATH, HOME, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'scenarios'), ...env } },
  );
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
  const text = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString('utf8');
  return {
    kill: (signal) => void child.kill(signal),
    out: () => text(out),
    err: () => text(err),
    type: (...lines) => void child.stdin.end(lines.map((line) => `${line}\n`).join('')),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exit) => resolve({ exit, out: text(out), err: text(err) }));
    }),
  };
}
