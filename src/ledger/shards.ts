import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Content } from '../domain/content.ts';
import type { Facts } from '../domain/facts.ts';
import type { AddableUri, AlbumId } from '../domain/ids.ts';
import type { Album, Item } from '../domain/item.ts';
import type { Library } from '../domain/known/library.ts';
import type { Lookup } from '../domain/known/lookup.ts';
import { Shelf } from '../domain/known/shelf.ts';
import type { Checked } from '../problem/checked.ts';
import { lineReader } from './lines.ts';

const read = lineReader(
  Type.Tuple([
    Type.Union([Type.Literal('album'), Type.Literal('answer'), Type.Literal('item')]),
    Type.String(),
    Type.Record(Type.String(), Type.Unknown()),
  ]),
);

/** All shards' names: 8, so that a night's news touch files of a size that git and people can take. */
export const shardNames = [...'01234567'];

/** Which shard what stands together stands in: three bits of the hash of its name. */
const shardOf = (home: string): number => (createHash('sha256').update(home).digest()[0] ?? 0) & 7;

/** Tracks stand with their album, whose id and artists they share: together they pack into half the bytes. */
function homeOf(facts: Facts, { kind, key }: Named): string {
  const item = kind === 'item' ? facts.items.get(key as AddableUri) : undefined;
  return item?.kind === 'track' ? (item.album ?? key) : key;
}

/**
 * The shards in which a fact differs between the two; null for one that has none any more. In a shard facts stand one a
 * line, those of an album together. Playlists have records of their own, so their answers do not stand here; nor do
 * answers that were not read whole: the next run asks again.
 */
export function* shardsBetween(before: Facts, after: Facts): Iterable<readonly [name: string, Content | null]> {
  const changed = changedShards(before, after);
  if (changed.size === 0) return;
  const places = placesIn(after);
  for (const shard of [...changed].sort())
    yield [shardNames[shard] as string, places.includes(shard) ? () => linesIn(after, places, shard) : null];
}

const kinds = ['album', 'item', 'answer'] as const;
type Named = { readonly kind: (typeof kinds)[number]; readonly key: string };

/** Everything that has a line, by name. */
function* keptIn({ albums, items, answers }: Facts): Iterable<Named> {
  for (const key of albums.keys()) yield { kind: 'album', key };
  for (const key of items.keys()) yield { kind: 'item', key };
  for (const key in answers) if (isKept(answers[key])) yield { kind: 'answer', key };
}

/** How many lines all shards have together. */
export const factLines = ({ albums, items, answers }: Facts): number =>
  albums.size + items.size + Object.values(answers).filter(isKept).length;

const isKept = (known: Facts['answers'][string] | undefined): boolean =>
  known !== undefined && known.need.kind !== 'playlist' && known.answer.state !== 'part';

/** What a line says; undefined for what has none. */
function valueIn({ albums, items, answers }: Facts, { kind, key }: Named): unknown {
  if (kind === 'album') return albums.get(key as AlbumId);
  if (kind === 'item') return items.get(key as AddableUri);
  return isKept(answers[key]) ? answers[key] : undefined;
}

function changedShards(before: Facts, after: Facts): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const named of keptIn(one)) {
      // Most facts are what was read from the ledger.
      if (isShared(one, other, named)) continue;
      const shard = shardOf(homeOf(one, named));
      if (changed.has(shard)) continue;
      const [own, its] = [valueIn(one, named), valueIn(other, named)];
      if (its === undefined || canonicalJson(own) !== canonicalJson(its)) changed.add(shard);
    }
  return changed;
}

/** Whether a fact is known to be the same in both without being looked at. */
function isShared(one: Facts, other: Facts, { kind, key }: Named): boolean {
  if (kind === 'answer') return one.answers[key] === other.answers[key];
  if (kind === 'album') return sharing(one.albums, other.albums, key as AlbumId);
  return sharing(one.items, other.items, key as AddableUri);
}

const sharing = <Id extends string, Thing>(one: Lookup<Id, Thing>, other: Lookup<Id, Thing>, id: Id): boolean =>
  one instanceof Shelf && one.shares(id, other);

/** The shard of each fact, in their order: a byte each, where lists of what stands in every shard would be megabytes. */
function placesIn(facts: Facts): Uint8Array {
  const { albums, items, answers } = facts;
  const places = new Uint8Array(albums.size + items.size + Object.keys(answers).length);
  let count = 0;
  for (const named of keptIn(facts)) places[count++] = shardOf(homeOf(facts, named));
  return places.subarray(0, count);
}

/** The lines of one shard, by home and then by what they say. */
function* linesIn(facts: Facts, places: Uint8Array, shard: number): Iterable<string> {
  const byHome = new Map<string, Named[]>();
  let at = 0;
  for (const named of keptIn(facts)) {
    if (places[at++] !== shard) continue;
    const home = homeOf(facts, named);
    byHome.set(home, [...(byHome.get(home) ?? []), named]);
  }
  const lineOf = ({ kind, key }: Named): string =>
    `${JSON.stringify([kind, key]).slice(0, -1)},${canonicalJson(valueIn(facts, { kind, key }))}]\n`;
  for (const home of [...byHome.keys()].sort(compare)) yield* (byHome.get(home) ?? []).map(lineOf).sort(compare);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Facts while they are read. */
export type Growing = Library & { readonly answers: Record<string, Facts['answers'][string]> };

/** The facts of one shard, to those that other shards gave. What they are was typed when they were written. */
export const parseShard = (text: string, path: string, into: Growing): Checked<null> =>
  read(text, path, ([kind, key, value]) => {
    if (kind === 'album') into.albums.set(key as AlbumId, value as Album);
    else if (kind === 'item') into.items.set(key as AddableUri, value as Item);
    else into.answers[key] = value as Facts['answers'][string];
  });
