import type { Checked, Problems } from './checked.ts';

/** The world or the user is in the way: adapters throw it, shells print its problems. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problems: Problems;

  constructor(problems: Problems, options?: ErrorOptions) {
    super(problems.map(({ code }) => code).join(', '), options);
    this.problems = problems;
  }
}

/** The value, or its problems thrown: for shells, where nothing can go on without it. */
export function orFail<T>(result: Checked<T>): T {
  if (result.ok) return result.value;
  throw new Failure(result.problems);
}
