import type { Static, TSchema } from 'typebox';
import type { Candidate, Described, Reading } from '../word.ts';

/** The places of a playlist while it is arranged: what stands fixed (pins, protected rows), undefined where it is free. */
export type Slots = readonly (Candidate | undefined)[];

/** The free rows in their new order, and what had to give way. */
export type Arranged = { readonly rows: readonly Candidate[]; readonly gaveWay: readonly string[] };

export type ArrangeWord = Described & {
  readonly read: (written: unknown, reading: Reading) => unknown;
  /** What a why says of it: `by artist, 3 between`. */
  readonly says: (args: unknown) => string;
  /** Orders `rows` for the free places of `slots`, first to last; there are as many of one as of the other. */
  readonly run: (args: unknown, rows: readonly Candidate[], slots: Slots) => Arranged;
};

/** Declares an arrangement: one file, and one line in `arrange/index.ts`. */
export function defineArrangement<S extends TSchema, Args>(
  word: Omit<Described, 'schema'> & {
    readonly schema: S;
    readonly read: (written: Static<S>, reading: Reading) => Args | undefined;
    readonly says: (args: Args) => string;
    readonly run: (args: Args, rows: readonly Candidate[], slots: Slots) => Arranged;
  },
): ArrangeWord {
  // Sound: `read` only sees what passed `schema`, and `run` only what `read` gave.
  return word as unknown as ArrangeWord;
}
