import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Facts } from '../domain/facts.ts';
import type { ArtistRef } from '../domain/item.ts';
import { SharedArtists } from '../domain/shared-artists.ts';
import type { Checked } from '../problem/checked.ts';
import { lineParser } from './lines.ts';

const parse = lineParser(
  Type.Tuple([
    Type.Union([Type.Literal('album'), Type.Literal('answer'), Type.Literal('item')]),
    Type.String(),
    Type.Record(Type.String(), Type.Unknown()),
  ]),
);

const letters = '0123456789abcdefghijklmnopqrstuv';
/** All shards' names: 32, so that a night's news touch files of a size that git and people can take. */
export const shardNames: readonly string[] = [...letters];

/** Which shard a fact stands in: five bits of its key's hash. */
export const shardOf = (key: string): string =>
  letters[(createHash('sha256').update(key).digest()[0] ?? 0) & 31] as string;

/**
 * The shards in which a fact differs between the two, each with its text; null for one that has none any more. In a shard
 * facts stand one a line, sorted. Playlists have records of their own, so their answers do not stand here; nor do answers
 * that were not read whole: the next run asks again.
 */
export function* shardsBetween(before: Facts, after: Facts): Iterable<readonly [name: string, text: string | null]> {
  const changed = changedShards(before, after);
  if (changed.size === 0) return;
  // One at a time: all of them together are as large as everything that is known.
  for (const [name, places] of placesIn(after, changed)) {
    const lines = places.map(([kind, key]) => lineOf(kind, key, keptIn(after, kind, key)));
    yield [name, lines.length === 0 ? null : lines.sort().join('')];
  }
}

const kinds = ['album', 'item', 'answer'] as const;
type Kind = (typeof kinds)[number];
const partOf = { album: 'albums', item: 'items', answer: 'answers' } as const;

/** A fact as its line holds it; undefined for what has no line. */
function keptIn(facts: Facts, kind: Kind, key: string): unknown {
  if (kind !== 'answer') return (facts[partOf[kind]] as Growing['items'])[key];
  const known = facts.answers[key];
  return known === undefined || known.need.kind === 'playlist' || known.answer.state === 'part' ? undefined : known;
}

const lineOf = (kind: Kind, key: string, value: unknown): string =>
  `${JSON.stringify([kind, key]).slice(0, -1)},${canonicalJson(value)}]\n`;

function changedShards(before: Facts, after: Facts): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const kind of kinds)
      for (const key in one[partOf[kind]]) {
        const [value, known] = [keptIn(one, kind, key), keptIn(other, kind, key)];
        // Most facts are the very objects that were read from the ledger.
        if (value === known || changed.has(shardOf(key))) continue;
        if (known === undefined || canonicalJson(value) !== canonicalJson(known)) changed.add(shardOf(key));
      }
  return changed;
}

/** What stands in these shards, by shard. */
function placesIn(
  facts: Facts,
  shards: ReadonlySet<string>,
): ReadonlyMap<string, readonly (readonly [Kind, string])[]> {
  const places = new Map([...shards].map((name) => [name, [] as (readonly [Kind, string])[]]));
  for (const kind of kinds)
    for (const key in facts[partOf[kind]])
      if (keptIn(facts, kind, key) !== undefined) places.get(shardOf(key))?.push([kind, key]);
  return places;
}

/** The facts of one shard, into what other shards gave, of which `artists` holds what they name. */
export function parseShard(text: string, path: string, into: Growing, artists = new SharedArtists()): Checked<null> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  for (const [kind, key, value] of parsed.value) {
    const named = value['artists'];
    into[partOf[kind]][key] = Array.isArray(named) ? { ...value, artists: artists.of(named as ArtistRef[]) } : value;
  }
  return { ok: true, value: null };
}

/** Facts while they are read; their parts were typed when they were written. */
export type Growing = {
  readonly items: Record<string, unknown>;
  readonly albums: Record<string, unknown>;
  readonly answers: Record<string, unknown>;
};
