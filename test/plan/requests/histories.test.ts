import { expect, it } from 'vitest';
import { lowerBound, reference } from '../../../src/plan/requests/bound.ts';
import { datesLost } from '../../../src/plan/requests/dates.ts';
import { writesFor } from '../../../src/plan/requests/writes.ts';
import { hasHistories, onlyReorders, transitions } from './histories.ts';
import { after as afterWrites, heights } from './lists.ts';

const why = hasHistories ? '' : ' (SKIPPED: ../shared/data/playlist-histories is missing)';

it.skipIf(!hasHistories)(`stays below what real histories are measured against${why}`, () => {
  const sums = { all: { writes: 0, reference: 0 }, reorders: { writes: 0, reference: 0 } };
  // Every tenth night of every playlist; `test/bench/order.ts` takes them all.
  for (const pair of transitions().filter((_, index) => index % 10 === 0)) {
    const { before, after } = pair;
    const writes = writesFor(before, after);
    expect(afterWrites(before, writes)).toEqual(after);
    expect(Math.min(...heights(before, writes))).toBe(Math.min(before.length, after.length));
    expect(writes.length).toBeGreaterThanOrEqual(lowerBound(before, after));
    expect(datesLost(before, writes)).toBe(0);
    for (const sum of onlyReorders(pair) ? [sums.all, sums.reorders] : [sums.all]) {
      sum.writes += writes.length;
      sum.reference += reference(before, after);
    }
  }
  expect(sums.all.writes / sums.all.reference).toBeLessThan(0.97);
  expect(sums.reorders.writes / sums.reorders.reference).toBeLessThan(1.01);
});
