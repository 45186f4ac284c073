import fc from 'fast-check';
import { expect, it } from 'vitest';
import { descend } from '../../../../src/plan/requests/reorder/descend.ts';
import { Fenwick } from '../../../../src/plan/requests/reorder/fenwick.ts';
import { longestIncreasing } from '../../../../src/plan/requests/reorder/increasing.ts';
import { type Cut, Ring } from '../../../../src/plan/requests/reorder/ring.ts';
import { strips } from '../../../../src/plan/requests/reorder/strips.ts';
import { permutations, range } from '../optimum.ts';

const rings = fc
  .nat(60)
  .chain((length) => fc.shuffledSubarray([...range(length + 1)].slice(1), { minLength: length }))
  .map((order) => [0, ...order]);

it('keeps its cycle graph through an exchange', () => {
  fc.assert(
    fc.property(rings, fc.tuple(fc.nat(), fc.nat(), fc.nat()), (order, edges) => {
      const [a = 0, b = 0, c = 0] = edges.map((edge) => edge % order.length);
      fc.pre(a !== b && b !== c && c !== a);
      const ring = new Ring(order);
      ring.exchange(ring.turned([a, b, c] as Cut));
      const again = new Ring(ring.order);
      expect([ring.next, ring.place]).toEqual([again.next, again.place]);
    }),
  );
});

it.each([
  [[0], 0],
  [[0, 1, 2, 3], 0],
  [[0, 2, 1], 1],
  [[0, 3, 2, 1], 2],
  [[0, 4, 3, 2, 1], 2],
  [[0, 2, 1, 4, 3], 2],
])('needs for %j at least %i moves', (order, moves) => {
  expect(new Ring(order).movesAtLeast()).toBe(moves);
});

it('sorts a ring whether the effort lasts or not', () => {
  fc.assert(
    fc.property(rings, fc.nat(5000), (order, left) => {
      const ring = new Ring(order);
      for (const cut of descend(ring, 0, { left })) ring.exchange(cut);
      expect([...ring.order]).toEqual(range(order.length));
    }),
  );
});

it('cuts a line where neighbours are none in the end', () => {
  expect(strips([0, 1, 3, -1, 4, 2, 5, 6])).toEqual({ order: [0, 2, 1], lengths: [2, 1, 3], runs: new Map() });
  expect(strips([-1, 2, 0], [1, 3])).toEqual({
    order: [0, 3, 1],
    lengths: [1, 1, 0, 1, 0],
    runs: new Map([
      [2, [1]],
      [4, [3]],
    ]),
  });
  expect(strips([])).toEqual({ order: [0], lengths: [0], runs: new Map() });
});

it('finds a longest increasing subsequence', () => {
  for (const order of permutations(range(6))) {
    const found = longestIncreasing(order).map((index) => order[index] ?? -1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found.length).toBe(longest(order));
  }
});

const longest = ([first, ...rest]: readonly number[]): number =>
  first === undefined ? 0 : Math.max(longest(rest), 1 + longest(rest.filter((number) => number > first)));

it('sums up what was added', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.nat(), fc.nat(9), (numbers, at, more) => {
      fc.pre(numbers.length > 0);
      const sums = new Fenwick(numbers);
      sums.add(at % numbers.length, more);
      const changed = numbers.with(at % numbers.length, (numbers[at % numbers.length] ?? 0) + more);
      const expected = range(numbers.length + 1).map((count) =>
        changed.slice(0, count).reduce((sum, one) => sum + one, 0),
      );
      expect(range(numbers.length + 1).map((count) => sums.sum(count))).toEqual(expected);
    }),
  );
});
