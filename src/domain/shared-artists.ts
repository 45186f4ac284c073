import type { ArtistRef } from './item.ts';

/**
 * One and the same list for equal lists of artists. Tracks and albums name the same few over and over; read from JSON,
 * each of them would hold its own.
 */
export class SharedArtists {
  readonly #known = new Map<string, readonly ArtistRef[]>();

  of(artists: readonly ArtistRef[]): readonly ArtistRef[] {
    const text = JSON.stringify(artists);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, artists);
    return artists;
  }
}
