import type { Dropped } from '../domain/desired.ts';
import type { Take } from '../domain/rule.ts';
import { counted } from '../problem/counted.ts';
import { type Candidate, groupsOf } from '../words/candidate.ts';
import { droppedOf } from './dropped.ts';

export type Capped = {
  readonly kept: readonly Candidate[];
  readonly dropped: readonly Dropped[];
  readonly gaveWay: readonly string[];
};

/**
 * Fills seats from the top: never more by one artist or from one album than the caps say, until the count is reached.
 * Rows that must stay have their seats whatever the caps and the count say, and use them up for the others.
 */
export function capped(rows: readonly Candidate[], take: Take, mustStay: ReadonlySet<Candidate> = new Set()): Capped {
  const seats = new Seats(take);
  for (const row of rows) if (mustStay.has(row)) seats.fill(row);
  const over = take.count === null ? 0 : Math.max(0, mustStay.size - take.count);
  const kept: Candidate[] = [];
  const dropped: Dropped[] = [];
  for (const row of rows) {
    const full = mustStay.has(row) ? undefined : seats.full(row);
    if (full !== undefined) {
      dropped.push(droppedOf(row, { stage: 'select', word: 'take', datum: full, at: take.at }));
      continue;
    }
    if (!mustStay.has(row)) seats.fill(row);
    kept.push(row);
  }
  return {
    kept,
    dropped,
    gaveWay: over === 0 ? [] : [`count ${take.count} gave way to ${counted(over, 'track')} that must stay`],
  };
}

/** How many seats are taken: in all, by artist, and from each album. */
class Seats {
  readonly #take: Take;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(take: Take) {
    this.#take = take;
  }

  /** Why there is no seat for this row; undefined when there is one. */
  full(row: Candidate): string | undefined {
    const { count, perArtist, perAlbum } = this.#take;
    if (count !== null && this.#all >= count) return `count ${count} is full`;
    if (perArtist !== null && this.#most(row, 'artist') >= perArtist) return `${perArtist} by this artist already`;
    if (perAlbum !== null && this.#most(row, 'album') >= perAlbum) return `${perAlbum} from this album already`;
    return undefined;
  }

  fill(row: Candidate): void {
    this.#all += 1;
    for (const by of ['artist', 'album'] as const)
      for (const group of groupsOf(row, by))
        this.#taken.set(`${by} ${group}`, (this.#taken.get(`${by} ${group}`) ?? 0) + 1);
  }

  #most(row: Candidate, by: 'artist' | 'album'): number {
    return Math.max(0, ...groupsOf(row, by).map((group) => this.#taken.get(`${by} ${group}`) ?? 0));
  }
}
