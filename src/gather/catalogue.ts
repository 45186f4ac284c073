import type { Answer, Facts, Size } from '../domain/facts.ts';
import type { AddableUri, AlbumId } from '../domain/ids.ts';
import type { Album, AlbumsById, Item, ItemsByUri } from '../domain/item.ts';
import { type Library, libraryOf } from '../domain/known/library.ts';
import { type Need, needKey } from '../domain/need.ts';

/** Facts while they are gathered: they only grow, in place, and are handed out as they are. */
export class Catalogue {
  readonly #library: Library;
  /** Those of which no more was seen than an album says of its tracks. */
  readonly #simplified = new Set<string>();
  readonly #answers: Record<string, Facts['answers'][string]>;
  readonly #sizes: Map<string, Size>;

  constructor(facts: Facts) {
    this.#library = libraryOf(facts);
    this.#answers = { ...facts.answers };
    this.#sizes = new Map(Object.entries(facts.sizes ?? {}));
  }

  get facts(): Facts {
    const sizes = this.#sizes.size === 0 ? {} : { sizes: Object.fromEntries(this.#sizes) };
    return { version: 1, ...this.#library, answers: this.#answers, ...sizes };
  }

  has(need: Need): boolean {
    return needKey(need) in this.#answers;
  }

  answer(need: Need, answer: Answer): void {
    this.#answers[needKey(need)] = { need, answer };
    this.#sizes.delete(needKey(need));
  }

  sizeOf(need: Need): Size | undefined {
    return this.#sizes.get(needKey(need));
  }

  /** Notes what a list takes that found no room. Others can have become shorter; a discography shows only that it is longer. */
  noteSize(need: Need, { least, counted }: Size): void {
    const known = need.kind === 'discography' ? (this.sizeOf(need)?.least ?? 0) : 0;
    this.#sizes.set(needKey(need), { least: Math.max(least, known), counted: Math.max(counted, known) });
  }

  /** Notes what an answer named. */
  note({ items, albums }: { readonly items: ItemsByUri; readonly albums: AlbumsById }): void {
    for (const [uri, item] of Object.entries(items) as [AddableUri, Item][]) this.noteItem(uri, item);
    for (const [id, album] of Object.entries(albums) as [AlbumId, Album][]) this.#library.albums.set(id, album);
  }

  /** `uri` may be another id than the item's own: the one that was asked for, of a relinked track. */
  noteItem(uri: AddableUri, item: Item): void {
    const known = this.#library.items.get(uri);
    if (known?.kind === 'track' && item.kind === 'track' && known.isrc !== null && item.isrc === null) return;
    this.#library.items.set(uri, item);
    this.#simplified.delete(uri);
  }

  /**
   * Notes the tracks of an album, which do not say themselves which album they are of: nothing that is known whole is
   * replaced, and of several such albums the same one holds in whatever order they are read.
   */
  noteSimplified(items: ItemsByUri): void {
    for (const [uri, item] of Object.entries(items) as [AddableUri, Item][]) {
      if (!this.#yieldsTo(uri, item)) continue;
      this.#library.items.set(uri, item);
      this.#simplified.add(uri);
    }
  }

  #yieldsTo(uri: AddableUri, item: Item): boolean {
    const known = this.#library.items.get(uri);
    if (known === undefined) return true;
    return this.#simplified.has(uri) && albumOf(item) < albumOf(known);
  }
}

const albumOf = (item: Item): string => (item.kind === 'track' ? (item.album ?? '') : '');
