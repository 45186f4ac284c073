import type { Static, TSchema } from 'typebox';
import type { Tri } from '../values/kleene.ts';
import type { Asking, Reading } from '../word.ts';

/** One way to test a datum: what may be written behind it, its normal form, and when it holds. */
export type Operator<Datum> = {
  readonly schema: TSchema;
  readonly read: (written: unknown, reading: Reading) => unknown;
  readonly holds: (operand: unknown, datum: Datum, asking: Asking) => Tri;
};

export type Operators<Datum> = { readonly is: Operator<Datum> } & { readonly [name: string]: Operator<Datum> };

/** Declares an operator. `read` answers undefined after it reported a problem; what it gives is plain JSON. */
export function defineOperator<S extends TSchema, Operand, Datum>(operator: {
  readonly schema: S;
  readonly read: (written: Static<S>, reading: Reading) => Operand | undefined;
  readonly holds: (operand: Operand, datum: Datum, asking: Asking) => Tri;
}): Operator<Datum> {
  // Sound: `read` only sees what passed `schema`, and `holds` only what `read` gave.
  return operator as unknown as Operator<Datum>;
}
