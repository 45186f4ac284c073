import type { ArtistRef } from './item.ts';

/**
 * One and the same text for equal texts, and list for equal lists of artists. Tracks and albums are named over and over;
 * read from JSON, every place would hold its own.
 */
export class Shared {
  readonly #texts = new Map<string, string>();
  readonly #artists = new Map<string, readonly ArtistRef[]>();

  text<T extends string>(text: T): T {
    const known = this.#texts.get(text);
    // Equal to what was asked for.
    if (known !== undefined) return known as T;
    this.#texts.set(text, text);
    return text;
  }

  artists(artists: readonly ArtistRef[]): readonly ArtistRef[] {
    const text = JSON.stringify(artists);
    const known = this.#artists.get(text);
    if (known !== undefined) return known;
    this.#artists.set(text, artists);
    return artists;
  }
}
