import { slot } from './slot.ts';

/** Numbers whose running sums are found and changed in logarithmic time (Fenwick 1994). */
export class Fenwick {
  readonly #sums: Float64Array;

  constructor(numbers: readonly number[]) {
    this.#sums = new Float64Array(numbers.length + 1);
    numbers.forEach((number, index) => {
      this.add(index, number);
    });
  }

  add(index: number, number: number): void {
    for (let node = index + 1; node < this.#sums.length; node += node & -node) {
      this.#sums[node] = slot(this.#sums, node) + number;
    }
  }

  /** The sum of the first `count` numbers. */
  sum(count: number): number {
    let sum = 0;
    for (let node = count; node > 0; node -= node & -node) sum += slot(this.#sums, node);
    return sum;
  }
}
