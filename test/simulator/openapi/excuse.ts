import type { Dialect } from './compare.ts';

/** Deviations that are known and right. */
export type Excuse = {
  /** Where the document says it, as a JSON pointer. */
  readonly at: string;
  readonly says: readonly string[];
  readonly why: string;
  /** A section of spotify-api.md, or what else there is to go by. */
  readonly source: string;
  /** Both dialects need it when this is left out. */
  readonly only?: Dialect;
};
