import type { Compare, Dialect } from './compare.ts';
import { type Deviation, keyOf } from './deviation.ts';
import { type Exchange, nameOf } from './exchange.ts';
import { leftOut } from './left-out.ts';
import { specErrors } from './spec-errors.ts';

/** What there is an excuse for in a dialect, one by one. */
export const excused = (dialect: Dialect): readonly Deviation[] =>
  [...specErrors, ...leftOut]
    .filter(({ only }) => only === undefined || only === dialect)
    .flatMap(({ at, says }) => says.map((one) => ({ at, says: one })));

/** What nobody has an excuse for, each with the request that showed it. */
export function unexcused(
  exchanges: readonly Exchange[],
  compare: Compare,
  excuses: readonly Deviation[],
): readonly string[] {
  const known = new Set(excuses.map(keyOf));
  return exchanges.flatMap((exchange) => {
    const keys = new Set(compare(exchange).map(keyOf));
    return [...keys].filter((key) => !known.has(key)).map((key) => `${nameOf(exchange)}: ${key}`);
  });
}
