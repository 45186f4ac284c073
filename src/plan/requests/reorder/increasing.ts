import { slot } from './slot.ts';

/** Indices of one longest increasing subsequence, by patience sorting. */
export function longestIncreasing(numbers: ArrayLike<number>): readonly number[] {
  const tails: number[] = [];
  const before = new Int32Array(numbers.length);
  for (let index = 0; index < numbers.length; index++) {
    const pile = firstNotBelow(tails, numbers, slot(numbers, index));
    before[index] = pile === 0 ? -1 : slot(tails, pile - 1);
    tails[pile] = index;
  }
  const found: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = slot(before, index)) found.push(index);
  return found.reverse();
}

function firstNotBelow(tails: readonly number[], numbers: ArrayLike<number>, number: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slot(numbers, slot(tails, middle)) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
