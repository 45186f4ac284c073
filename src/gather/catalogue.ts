import type { Answer, Facts } from '../domain/facts.ts';
import type { Album, AlbumsById, Item, ItemsByUri } from '../domain/item.ts';
import { type Need, needKey } from '../domain/need.ts';
import { Shared } from '../domain/shared.ts';

/** Facts while they are gathered: they only grow, in place, and are handed out as they are. */
export class Catalogue {
  readonly #items: Record<string, Item>;
  readonly #albums: Record<string, Album>;
  /** Those of which no more was seen than an album says of its tracks. */
  readonly #simplified = new Set<string>();
  readonly #answers: Record<string, Facts['answers'][string]>;
  readonly #shared = new Shared();

  constructor({ items, albums, answers }: Facts) {
    this.#items = { ...items } as Record<string, Item>;
    this.#albums = { ...albums } as Record<string, Album>;
    this.#answers = { ...answers };
  }

  get facts(): Facts {
    return { version: 1, items: this.#items as ItemsByUri, albums: this.#albums as AlbumsById, answers: this.#answers };
  }

  has(need: Need): boolean {
    return needKey(need) in this.#answers;
  }

  answer(need: Need, answer: Answer): void {
    this.#answers[needKey(need)] = { need, answer };
  }

  /** Notes what an answer named. */
  note({ items, albums }: { readonly items: ItemsByUri; readonly albums: AlbumsById }): void {
    for (const [uri, item] of Object.entries(items)) this.noteItem(uri, item as Item);
    for (const [id, album] of Object.entries(albums) as [string, Album][])
      this.#albums[id] = { ...album, artists: this.#shared.artists(album.artists) };
  }

  /** `uri` may be another id than the item's own: the one that was asked for, of a relinked track. */
  noteItem(uri: string, item: Item): void {
    const known = this.#items[uri];
    if (known?.kind === 'track' && item.kind === 'track' && known.isrc !== null && item.isrc === null) return;
    this.#items[uri] = this.#slim(item);
    this.#simplified.delete(uri);
  }

  /**
   * Notes the tracks of an album, which do not say themselves which album they are of: nothing that is known whole is
   * replaced, and of several such albums the same one holds in whatever order they are read.
   */
  noteSimplified(items: ItemsByUri): void {
    for (const [uri, item] of Object.entries(items)) {
      if (item === undefined || !this.#yieldsTo(uri, item)) continue;
      this.#items[uri] = this.#slim(item);
      this.#simplified.add(uri);
    }
  }

  #slim(item: Item): Item {
    if (item.kind !== 'track') return item;
    const artists = this.#shared.artists(item.artists);
    return artists === item.artists ? item : { ...item, artists };
  }

  #yieldsTo(uri: string, item: Item): boolean {
    const known = this.#items[uri];
    if (known === undefined) return true;
    return this.#simplified.has(uri) && albumOf(item) < albumOf(known);
  }
}

const albumOf = (item: Item): string => (item.kind === 'track' ? (item.album ?? '') : '');
