import type { ArtistId } from '../ids.ts';
import type { ArtistRef } from '../item.ts';
import { Table } from './table.ts';

/** Artists by number: tracks and albums name the same ones over and over. Once given, a number holds. */
export class Artists {
  readonly #table = new Table();

  numbersOf(artists: readonly ArtistRef[]): readonly number[] {
    return artists.map(({ id, name }) => {
      const key = JSON.stringify([id, name]);
      return this.#table.numberOf(key) ?? this.#table.put(key, '');
    });
  }

  at(numbers: readonly number[]): readonly ArtistRef[] {
    return numbers.map((number) => {
      const [id, name] = JSON.parse(this.#table.idAt(number)) as readonly [ArtistId | null, string];
      return { id, name };
    });
  }
}
