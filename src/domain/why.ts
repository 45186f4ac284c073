import type { Slug } from './ids.ts';
import type { Place } from './place.ts';

/** The stages of a rule, in the order in which they run. */
export const stages = ['from', 'where', 'dedupe', 'sort', 'select', 'arrange', 'write'] as const;
export type Stage = (typeof stages)[number];

/**
 * Why a row is where it is or is not: the word and line that decided, and the datum it decided on
 * (`released 2026-11-20`). `datum` may hold names of tracks and so must be escaped wherever it is printed.
 */
export type Why = {
  readonly stage: Stage;
  readonly word: string;
  readonly datum: string;
  readonly at: Place;
  readonly rule?: Slug;
};
