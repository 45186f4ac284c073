import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { env } from './repository.ts';

export type Running = {
  readonly child: ChildProcessWithoutNullStreams;
  /** The next line that it prints; undefined when it ended. */
  readonly line: () => Promise<string | undefined>;
  readonly say: (line: string) => void;
  readonly ended: Promise<number | null>;
};

/** A file of this folder as a process of its own. */
export function start(file: string, args: readonly string[], extra: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], { env: { ...env, ...extra } });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stderr.pipe(process.stderr);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    child,
    line: async () => (await lines.next()).value,
    say: (line) => void child.stdin.write(`${line}\n`),
    ended: new Promise((resolve) => child.once('exit', resolve)),
  };
}

/** Kills a process at once, and its children with it or left to end by themselves; answers when all have ended. */
export async function killWhole({ child, ended }: Running, withChildren: boolean): Promise<void> {
  const pid = child.pid ?? 0;
  const children = childrenOf(pid);
  if (withChildren) for (const one of children) tryKill(one);
  child.kill('SIGKILL');
  await ended;
  while (children.some(isRunning)) await delay(5);
}

function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
