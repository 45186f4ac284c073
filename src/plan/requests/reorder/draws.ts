/** A number below a limit. */
export type Draw = (limit: number) => number;

/** Numbers below a limit, as if drawn by lot, but the same for the same seed on every machine (xorshift, Marsaglia 2003). */
export function draws(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
