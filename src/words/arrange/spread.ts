import { Type } from 'typebox';
import { type Candidate, groupsOf } from '../candidate.ts';
import { type Arranged, defineArrangement, type Slots } from './word.ts';

export type SpreadArgs = { readonly by: 'artist' | 'album' | 'any_artist'; readonly gap: number };

export const spread = defineArrangement({
  key: 'spread',
  summary: 'Keeps tracks of one artist or album apart: `gap` other tracks stand between them wherever that is possible.',
  example: '- spread: { by: artist, gap: 4 }',
  schema: Type.Object(
    {
      by: Type.Optional(Type.Enum(['artist', 'album', 'any_artist'])),
      gap: Type.Integer({ minimum: 1, maximum: 100 }),
      if_impossible: Type.Optional(Type.Literal('best_effort')),
    },
    { additionalProperties: false },
  ),
  read: ({ by = 'artist', gap }): SpreadArgs => ({ by, gap }),
  run: apart,
});

/**
 * Goes through the free places from the top and gives each to the first track in order that has no neighbour of its
 * group within the gap; a group with so many left that it could not be spread any more comes before that.
 */
function apart({ by, gap }: SpreadArgs, rows: readonly Candidate[], slots: Slots): Arranged {
  const groups = new Map(rows.map((row) => [row, groupsOf(row, by)]));
  const left = new Left(rows, groups);
  const near = new Neighbours(slots, by, gap);
  const placed: Candidate[] = [];
  let crowded = 0;
  for (const [place, slot] of slots.entries()) {
    if (slot !== undefined) continue;
    const free = (row: Candidate) => !(groups.get(row) ?? []).some((group) => near.has(group, place));
    const urgent = left.urgent(gap);
    const pressing =
      urgent === undefined ? undefined : left.first((row) => free(row) && (groups.get(row) ?? []).includes(urgent));
    const chosen = pressing ?? left.first(free);
    if (chosen === undefined) crowded += 1;
    const row = chosen ?? left.first(() => true);
    if (row === undefined) break;
    left.take(row);
    near.put(groups.get(row) ?? [], place);
    placed.push(row);
  }
  const gaveWay = crowded === 0 ? [] : [`spread gave way ${crowded} times: too many tracks of one ${by.replace('any_', '')}`];
  return { rows: placed, gaveWay };
}

/** The rows that have no place yet, in order, and how many of each group they are. */
class Left {
  readonly #rows: Set<Candidate>;
  readonly #groups: ReadonlyMap<Candidate, readonly string[]>;
  readonly #counts = new Map<string, number>();

  constructor(rows: readonly Candidate[], groups: ReadonlyMap<Candidate, readonly string[]>) {
    this.#rows = new Set(rows);
    this.#groups = groups;
    for (const group of [...groups.values()].flat()) this.#counts.set(group, (this.#counts.get(group) ?? 0) + 1);
  }

  first(fits: (row: Candidate) => boolean): Candidate | undefined {
    for (const row of this.#rows) if (fits(row)) return row;
    return undefined;
  }

  take(row: Candidate): void {
    this.#rows.delete(row);
    for (const group of this.#groups.get(row) ?? []) this.#counts.set(group, (this.#counts.get(group) ?? 1) - 1);
  }

  /** The group that fills more than its share of what is left, if there is one. */
  urgent(gap: number): string | undefined {
    const most = Math.ceil(this.#rows.size / (gap + 1));
    for (const [group, count] of this.#counts) {
      if (count === 0) this.#counts.delete(group);
      else if (count >= most && count > 1) return group;
    }
    return undefined;
  }
}

/** Which groups stand within the gap of a place: placed before it, or fixed on either side. */
class Neighbours {
  readonly #places = new Map<string, Set<number>>();
  readonly #gap: number;

  constructor(slots: Slots, by: SpreadArgs['by'], gap: number) {
    this.#gap = gap;
    for (const [place, row] of slots.entries()) if (row !== undefined) this.put(groupsOf(row, by), place);
  }

  put(groups: readonly string[], place: number): void {
    for (const group of groups) {
      const places = this.#places.get(group) ?? new Set();
      this.#places.set(group, places.add(place));
    }
  }

  has(group: string, place: number): boolean {
    const places = this.#places.get(group);
    if (places === undefined) return false;
    for (let other = place - this.#gap; other <= place + this.#gap; other++) if (places.has(other)) return true;
    return false;
  }
}
