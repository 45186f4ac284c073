import { visibleEpisode } from '../objects/episode.ts';
import { visibleTrack } from '../objects/track.ts';
import { hash } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { type Document, type Found, type Shelf, shelfOf } from './documents.ts';
import { passes } from './filters.ts';
import type { Query } from './query.ts';
import { wordsOf } from './words.ts';

/**
 * The ids of what fits, best first. Equally good ones stand in an order that is another one every day, since relevance
 * is not stable; within a day it holds, so that pages fit together.
 */
export function find(world: World, kind: Found, query: Query): readonly string[] {
  const shelf = shelfOf(world, kind);
  const day = Math.floor(world.nowMs / 86_400_000);
  return candidates(shelf, query)
    .filter((document) => isOut(world, kind, document.id))
    .filter((document) => query.filters.every((filter) => passes(world, kind, document, filter)))
    .map(({ id, name }) => ({ id, score: score(name, query), luck: hash(`${world.seed} ${day} ${id}`) }))
    .sort((one, other) => other.score - one.score || one.luck - other.luck)
    .map(({ id }) => id);
}

/** Everything that has all words, of which those of some filters are a part. */
function candidates({ documents, byWord }: Shelf, { words, filters }: Query): readonly Document[] {
  const named = filters.filter(({ name }) => name === 'artist' || name === 'album' || name === 'track');
  const [first, ...rest] = [...words, ...named.flatMap(({ value }) => wordsOf(value))].map(
    (word) => byWord.get(word) ?? [],
  );
  if (first === undefined) return filters.length === 0 ? [] : documents;
  const others = rest.map((places) => new Set(places));
  return first
    .filter((at) => others.every((places) => places.has(at)))
    .map((at) => documents[at])
    .filter((document) => document !== undefined);
}

function score(name: readonly string[], { words, filters }: Query): number {
  const asked = new Set([...words, ...filters.flatMap(({ value }) => wordsOf(value))]);
  const hits = name.filter((word) => asked.has(word)).length;
  return hits === 0 ? 0 : hits / (name.length + 1);
}

function isOut(world: World, kind: Found, id: string): boolean {
  if (kind === 'track') return visibleTrack(world, id) !== undefined;
  if (kind === 'album') return world.albums.get(id)?.unreleased === false;
  return kind !== 'episode' || visibleEpisode(world, id) !== undefined;
}
