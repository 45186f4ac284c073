import { canonicalJson } from '../domain/canonical.ts';
import type { Problem } from './problem.ts';

/** What an app is told holds for all its accounts, and for all that was to be read: each once. */
export const distinct = (all: readonly Problem[]): readonly Problem[] => [
  ...new Map(all.map((one) => [canonicalJson(one), one])).values(),
];
