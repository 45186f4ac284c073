import type { Sourced } from '../word.ts';

/** Of a source that knows nothing of a row but that it does not have it: `not in lists/evergreens.csv`. */
export const hasNot =
  (datum: string): Sourced['without'] =>
  () => ({ datum, decided: false });
