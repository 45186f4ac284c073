import type { Problem } from './problem.ts';

export type Problems = readonly [Problem, ...Problem[]];

/** What pure code returns: a value, or everything that is wrong at once. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problems };

export const isSome = (problems: readonly Problem[]): problems is Problems => problems.length > 0;

/** The value when nothing is wrong with it. */
export const checked = <T>(value: T, problems: readonly Problem[]): Checked<T> =>
  isSome(problems) ? { ok: false, problems } : { ok: true, value };
