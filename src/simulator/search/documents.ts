import type { World } from '../world/world.ts';
import { wordsOf } from './words.ts';

export type Found = 'track' | 'album' | 'artist' | 'playlist' | 'show' | 'episode';

/** What search knows of one thing: the words of its name, of its artists, of its album. */
export type Document = {
  readonly id: string;
  readonly name: readonly string[];
  readonly artist: readonly string[];
  readonly album: readonly string[];
  readonly artistIds: readonly string[];
};

/** All things of one kind, and by each word the places of those that have it anywhere. */
export type Shelf = {
  readonly documents: readonly Document[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
};

const shelves = new WeakMap<object, { size: number; shelf: Shelf }>();

/** Made once for a kind, and again when things came or went. Names of playlists change, so theirs is never kept. */
export function shelfOf(world: World, kind: Found): Shelf {
  const source = sourceOf(world, kind);
  const known = shelves.get(source);
  if (known?.size === source.size && kind !== 'playlist') return known.shelf;
  const documents = documentsOf(world, kind);
  const byWord = new Map<string, number[]>();
  for (const [at, { name, artist, album }] of documents.entries()) {
    for (const word of new Set([...name, ...artist, ...album])) {
      const places = byWord.get(word);
      if (places === undefined) byWord.set(word, [at]);
      else places.push(at);
    }
  }
  const shelf = { documents, byWord };
  shelves.set(source, { size: source.size, shelf });
  return shelf;
}

const sourceOf = (world: World, kind: Found): ReadonlyMap<string, unknown> => world[`${kind}s`];

function documentsOf(world: World, kind: Found): Document[] {
  const nameOf = (id: string): string => world.artists.get(id)?.name ?? '';
  const plain = ({ id, name }: { id: string; name: string }): Document => ({
    id,
    name: wordsOf(name),
    artist: [],
    album: [],
    artistIds: [],
  });
  const by = (entry: { id: string; name: string }, artistIds: readonly string[], album: string): Document => ({
    ...plain(entry),
    artist: artistIds.flatMap((id) => wordsOf(nameOf(id))),
    album: wordsOf(album),
    artistIds,
  });
  switch (kind) {
    case 'track':
      return [...world.tracks.values()].map((track) =>
        by(track, track.artists, world.albums.get(track.album ?? '')?.name ?? ''),
      );
    case 'album':
      return [...world.albums.values()].map((album) => by(album, album.artists, album.name));
    case 'artist':
      return [...world.artists.values()].map((artist) => by(artist, [artist.id], ''));
    case 'playlist':
      return [...world.playlists.values()].filter((list) => list.public && list.owner !== 'spotify').map(plain);
    case 'show':
      return [...world.shows.values()].map(plain);
    case 'episode':
      return [...world.episodes.values()].map(plain);
  }
}
