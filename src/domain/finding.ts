import type { Place } from './place.ts';

/** A problem as plain data, as plans and ledgers carry it; `problem/` knows the codes, their facts and their words. */
export type Finding = {
  readonly code: string;
  readonly facts: { readonly [name: string]: unknown };
  readonly at?: Place;
};
