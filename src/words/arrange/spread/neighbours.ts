import type { Candidate } from '../../candidate.ts';
import type { Slots } from '../word.ts';

/** Which groups stand within the gap of a place: placed there, or fixed, on either side. */
export class Neighbours {
  readonly #places = new Map<string, Set<number>>();
  readonly #gap: number;

  constructor(slots: Slots, groupsOf: (row: Candidate) => readonly string[], gap: number) {
    this.#gap = gap;
    for (const [place, row] of slots.entries()) if (row !== undefined) this.put(groupsOf(row), place);
  }

  put(groups: readonly string[], place: number): void {
    for (const group of groups) this.#places.set(group, (this.#places.get(group) ?? new Set()).add(place));
  }

  has(group: string, place: number): boolean {
    const places = this.#places.get(group);
    if (places === undefined) return false;
    for (let other = place - this.#gap; other <= place + this.#gap; other++) if (places.has(other)) return true;
    return false;
  }
}
