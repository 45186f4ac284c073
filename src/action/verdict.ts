import { exitOf } from '../problem/catalogue.ts';
import { type ExitCode, exits } from '../problem/exit.ts';
import type { Problem } from '../problem/problem.ts';

/** How a job shows an end: it fails, it succeeds with a warning, or it succeeds. */
export type Verdict = 'red' | 'warning' | 'green';

const warnings: readonly ExitCode[] = [exits.lease, exits.quota, exits.guard];
const greens: readonly ExitCode[] = [exits.pending, exits.done];

export const verdictOf = (exit: ExitCode): Verdict =>
  warnings.includes(exit) ? 'warning' : greens.includes(exit) ? 'green' : 'red';

/** The verdict that a problem alone would bring about; what ends the next run is no mere notice. */
export const weightOf = (problem: Problem): Verdict =>
  problem.code === 'spotify/rotated-not-kept' ? 'warning' : verdictOf(exitOf([problem]));
