import type { Problem } from '../problem/problem.ts';

/** Problems by file, line and column; those without a place come first. */
export const byPlace = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(({ at: one }, { at: other }) => {
    const [file, otherFile] = [one?.file ?? '', other?.file ?? ''];
    if (file !== otherFile) return file < otherFile ? -1 : 1;
    return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
  });
