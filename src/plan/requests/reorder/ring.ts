import { slot } from './slot.ts';

/** Three edges in the order of the ring, each named by the strip to its right: the two blocks between them change places. */
export type Cut = readonly [number, number, number];

/** Edges, each followed by its next one, the last by the first. */
export type Cycle = readonly number[];

/**
 * Strips in the order in which they stand, each named by its rank in the end, closed to a ring by the rim (0), and
 * their cycle graph (Bafna and Pevzner 1998). `next` of an edge is the edge to the left of the strip that wants to
 * stand where the first edge is: an edge that is its own next is in order, and all are when the ring is sorted.
 */
export class Ring {
  readonly size: number;
  readonly order: Int32Array;
  readonly place: Int32Array;
  readonly next: Int32Array;

  /** `order` starts with the rim. */
  constructor(order: ArrayLike<number>) {
    this.size = order.length;
    this.order = Int32Array.from(order);
    this.place = new Int32Array(this.size);
    this.next = new Int32Array(this.size);
    this.order.forEach((strip, index) => {
      this.place[strip] = index;
    });
    // The edge of the rim is the last one: what moves there moves to the end.
    this.place[0] = this.size;
    for (let strip = 0; strip < this.size; strip++) this.next[strip] = (this.before(strip) + 1) % this.size;
  }

  /** The strip above; of the rim, the last one. */
  before(strip: number): number {
    return slot(this.order, slot(this.place, strip) - 1);
  }

  /** The strip below; of the last one, the rim. */
  after(strip: number): number {
    return slot(this.order, ((slot(this.place, strip) % this.size) + 1) % this.size);
  }

  /** Whether three edges stand in this order when the ring is walked once around. */
  inTurn(first: number, second: number, third: number): boolean {
    const [a, b, c] = [slot(this.place, first), slot(this.place, second), slot(this.place, third)];
    return a < b ? b < c || c < a : b < c && c < a;
  }

  /** These three edges in an order in which they stand in turn. */
  turned([a, b, c]: Cut): Cut {
    return this.inTurn(a, b, c) ? [a, b, c] : [b, a, c];
  }

  /** Where a cut goes through the list, from top to bottom. */
  placesOf(cut: Cut): readonly [number, number, number] {
    const [a, b, c] = this.#topDown(cut);
    return [slot(this.place, a), slot(this.place, b), slot(this.place, c)];
  }

  /** Swaps the two blocks between three edges that stand in turn. */
  exchange(cut: Cut): void {
    const [start, middle, end] = this.placesOf(cut);
    const left = this.order.slice(start, middle);
    this.order.copyWithin(start, middle, end);
    this.order.set(left, start + end - middle);
    for (let index = start; index < end; index++) this.place[slot(this.order, index)] = index;
    const [a, b, c] = cut;
    const [nextOfA, nextOfB, nextOfC] = [slot(this.next, a), slot(this.next, b), slot(this.next, c)];
    this.next[b] = nextOfA;
    this.next[a] = nextOfC;
    this.next[c] = nextOfB;
  }

  /** Every cycle with more than one edge, each in the order of `next`. */
  cycles(): readonly Cycle[] {
    const seen = new Uint8Array(this.size);
    const found: Cycle[] = [];
    for (let strip = 0; strip < this.size; strip++) {
      if (seen[strip] === 1 || this.next[strip] === strip) continue;
      const cycle: number[] = [];
      for (let edge = strip; seen[edge] === 0; edge = slot(this.next, edge)) {
        seen[edge] = 1;
        cycle.push(edge);
      }
      found.push(cycle);
    }
    return found;
  }

  /** No fewer moves than these can sort the ring: one raises the number of odd cycles by two at most. */
  movesAtLeast(): number {
    return this.cycles().reduce((sum, { length }) => sum + (length - (length % 2)), 0) / 2;
  }

  copy(): Ring {
    return new Ring(this.order);
  }

  /** The same cut, its edges in the order of the list. */
  #topDown([a, b, c]: Cut): Cut {
    const [i, j, k] = [slot(this.place, a), slot(this.place, b), slot(this.place, c)];
    if (i < j && i < k) return [a, b, c];
    return j < k && j < i ? [b, c, a] : [c, a, b];
  }
}
