import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';

export const isCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(codeOf(error));

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'its links go round in a circle',
  EEXIST: 'a file stands where a folder should',
};

/** What the disk refused, in words; the path is the repository's, not the machine's. */
export function refused(path: string, cause: unknown): Failure {
  const code = codeOf(cause);
  // The system's own words name places of this machine.
  const said = cause instanceof Error && code === '' ? cause.message : `the system says ${code}`;
  const reason = reasons[code] ?? said;
  return new Failure([problem('machine/file', { path, reason })], { cause });
}
