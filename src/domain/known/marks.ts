import { short } from './short.ts';
import type { Table } from './table.ts';

/** Which ids of a table are marked: a byte each, where a set of them would be megabytes. */
export class Marks<Id extends string = string> {
  readonly #table: Table;
  readonly #marked: Uint8Array;
  #size = 0;

  constructor(table: Table) {
    this.#table = table;
    this.#marked = new Uint8Array(table.numbers);
  }

  /** How many are marked. */
  get size(): number {
    return this.#size;
  }

  /** Whether that is news; false for an id that the table does not know. */
  add(id: Id): boolean {
    const number = this.#table.numberOf(short(id));
    if (number === undefined || this.#marked[number] === 1) return false;
    this.#marked[number] = 1;
    this.#size += 1;
    return true;
  }

  has(id: Id): boolean {
    const number = this.#table.numberOf(short(id));
    return number !== undefined && this.#marked[number] === 1;
  }
}
