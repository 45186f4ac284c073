import type { AddableUri, AlbumId } from '../ids.ts';
import type { Album, Item, KnownAlbums, KnownItems } from '../item.ts';
import { Artists } from './artists.ts';
import { entriesOf, type Lookup } from './lookup.ts';
import { packAlbum, packItem, unpackAlbum, unpackItem } from './pack.ts';
import { Shelf } from './shelf.ts';

/** Tracks and albums. A hundred thousand tracks take 15 MB here, where as objects they took 50. */
export type Library = { readonly items: Shelf<AddableUri, Item>; readonly albums: Shelf<AlbumId, Album> };

type Things = { readonly items: KnownItems; readonly albums: KnownAlbums };

export function emptyLibrary(): Library {
  const artists = new Artists();
  return {
    items: new Shelf({ pack: packItem, unpack: unpackItem }, artists),
    albums: new Shelf({ pack: packAlbum, unpack: unpackAlbum }, artists),
  };
}

/** A library of its own with all of these; of what several know the last one holds. */
export function libraryOf(first: Things, ...others: readonly Things[]): Library {
  const { items, albums } = first;
  const library =
    items instanceof Shelf && albums instanceof Shelf ? { items: items.copy(), albums: albums.copy() } : emptyLibrary();
  const rest = library.items.size > 0 || library.albums.size > 0 ? others : [first, ...others];
  for (const things of rest) {
    fill(library.items, things.items);
    fill(library.albums, things.albums);
  }
  return library;
}

function fill<Id extends string, Thing>(shelf: Shelf<Id, Thing>, things: Lookup<Id, Thing>): void {
  for (const [id, thing] of entriesOf(things)) shelf.set(id, thing);
}
