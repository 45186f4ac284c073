import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { plain } from './plain.ts';

export const isCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(codeOf(error));

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export const noGit = (cause?: unknown): Failure =>
  new Failure([problem('machine/no-git', { said: isCode(cause, 'ENOENT') ? 'it is not installed' : codeOf(cause) })], {
    cause,
  });

export const noRepository = (said: string, cause?: unknown): Failure =>
  new Failure([problem('machine/no-repository', { said })], { cause });

/** What git refused, in its own first words; `folder` is told as git would from inside it. */
export function refusedByGit(action: string, stderr: string, folder: string): Failure {
  return new Failure([problem('machine/git', { action, said: saidBy(stderr, folder), reason: reasonOf(stderr) })]);
}

/** The first line of an error of git, without its label and this machine's path. */
export function saidBy(stderr: string, folder: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const first = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? 'nothing';
  return plain(first.replace(/^(?:fatal|error): /, '').replaceAll(`${folder}/`, '')).slice(0, 300);
}

function reasonOf(text: string): 'full' | 'permission' | 'other' {
  if (/No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/.test(text)) return 'full';
  if (/Permission denied|insufficient permission|Read-only file system|EACCES|EPERM|EROFS/.test(text))
    return 'permission';
  return 'other';
}

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'No space left on device',
  EDQUOT: 'Disk quota exceeded',
  EACCES: 'Permission denied',
  EPERM: 'Operation not permitted',
  EROFS: 'Read-only file system',
};

/** What the system refused to us beside git; the words are those that git has for it. */
export function refusedBySystem(action: string, cause: unknown): unknown {
  const code = codeOf(cause);
  if (cause instanceof Failure || code === '') return cause;
  const said = words[code] ?? `the system answered ${code}`;
  return new Failure([problem('machine/git', { action, said, reason: reasonOf(said) })], { cause });
}

/** A path of ours that cannot become a file. */
export const refusedPath = (path: string, reason: string): Failure =>
  new Failure([problem('machine/file', { path: plain(path), reason })]);
