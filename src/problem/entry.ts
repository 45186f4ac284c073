import type { ExitName } from './exit.ts';
import type { FactsByCode } from './problem.ts';

/** The words of one problem. `says` is a sentence without a period, `fix` an order. */
export type Entry<Facts> = {
  readonly says: (facts: Facts) => string;
  readonly fix: (facts: Facts) => string;
  readonly exit: ExitName;
};

/** The words of an area: one entry per code, or it does not compile. */
export type Entries<Area> = { readonly [C in keyof Area]: Entry<Area[C]> };
export type Catalogue = Entries<FactsByCode>;
