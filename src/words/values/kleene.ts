/** True, false, or not known. */
export type Tri = boolean | null;

export const not = (one: Tri): Tri => (one === null ? null : !one);

/** False as soon as one is, whatever is not known. */
export const allOf = (these: readonly Tri[]): Tri =>
  these.includes(false) ? false : these.includes(null) ? null : true;

/** True as soon as one is, whatever is not known. */
export const anyOf = (these: readonly Tri[]): Tri =>
  these.includes(true) ? true : these.includes(null) ? null : false;
