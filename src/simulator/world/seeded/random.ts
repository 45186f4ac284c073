import { hash } from '../hash.ts';

/** A stream of chance that is the same for the same name. */
export type Random = {
  /** From 0 to below 1. */
  share(): number;
  /** A whole number from the first to the last, both included. */
  between(first: number, last: number): number;
  pick<T>(from: readonly T[]): T;
  /** So many different ones, in the order drawn. */
  some<T>(from: readonly T[], count: number): T[];
  chance(share: number): boolean;
};

/** mulberry32 */
export function randomOf(name: string): Random {
  let state = hash(name);
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const between = (first: number, last: number): number => first + Math.floor(share() * (last - first + 1));
  return {
    share,
    between,
    chance: (part) => share() < part,
    pick(from) {
      const [first] = from;
      if (first === undefined) throw new RangeError('Cannot pick from nothing');
      return from[between(0, from.length - 1)] ?? first;
    },
    some(from, count) {
      const left = [...from];
      const most = Math.min(count, left.length);
      for (let at = 0; at < most; at++) {
        const other = between(at, left.length - 1);
        [left[at], left[other]] = [left[other] as (typeof left)[number], left[at] as (typeof left)[number]];
      }
      return left.slice(0, most);
    },
  };
}
