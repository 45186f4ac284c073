import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Content } from '../domain/content.ts';
import type { Facts } from '../domain/facts.ts';
import type { ArtistRef } from '../domain/item.ts';
import { Shared } from '../domain/shared.ts';
import type { Checked } from '../problem/checked.ts';
import { lineParser } from './lines.ts';

const parse = lineParser(
  Type.Tuple([
    Type.Union([Type.Literal('album'), Type.Literal('answer'), Type.Literal('item')]),
    Type.String(),
    Type.Record(Type.String(), Type.Unknown()),
  ]),
);

/** All shards' names: 8, so that a night's news touch files of a size that git and people can take. */
const names = [...'01234567'];

/** Which shard what stands together stands in: three bits of the hash of its name. */
const shardOf = (home: string): number => (createHash('sha256').update(home).digest()[0] ?? 0) & 7;

/** Tracks stand with their album, whose id and artists they share: together they pack into half the bytes. */
function homeOf({ kind, key, value }: Fact): string {
  if (kind !== 'item' || typeof value !== 'object' || value === null) return key;
  return 'album' in value && typeof value.album === 'string' ? value.album : key;
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
    yield [names[shard] as string, places.includes(shard) ? () => linesIn(after, places, shard) : null];
}

const kinds = ['album', 'item', 'answer'] as const;
type Kind = (typeof kinds)[number];
const partOf = { album: 'albums', item: 'items', answer: 'answers' } as const;

type Fact = { readonly kind: Kind; readonly key: string; readonly value: unknown };

/** Everything that has a line. */
function* keptIn(facts: Facts): Iterable<Fact> {
  for (const kind of kinds)
    for (const key in facts[partOf[kind]]) {
      const value = valueIn(facts, kind, key);
      if (value !== undefined) yield { kind, key, value };
    }
}

/** A fact as its line holds it; undefined for what has no line. */
function valueIn(facts: Facts, kind: Kind, key: string): unknown {
  if (kind !== 'answer') return (facts[partOf[kind]] as Growing['items'])[key];
  const known = facts.answers[key];
  return known === undefined || known.need.kind === 'playlist' || known.answer.state === 'part' ? undefined : known;
}

function changedShards(before: Facts, after: Facts): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const fact of keptIn(one)) {
      const known = valueIn(other, fact.kind, fact.key);
      // Most facts are the very objects that were read from the ledger.
      if (fact.value === known) continue;
      const shard = shardOf(homeOf(fact));
      if (changed.has(shard)) continue;
      if (known === undefined || canonicalJson(fact.value) !== canonicalJson(known)) changed.add(shard);
    }
  return changed;
}

/** The shard of each fact, in their order: a byte each, where lists of what stands in every shard would be megabytes. */
const placesIn = (facts: Facts): Uint8Array => Uint8Array.from(keptIn(facts), (fact) => shardOf(homeOf(fact)));

/** The lines of one shard, by home and then by what they say. */
function* linesIn(facts: Facts, places: Uint8Array, shard: number): Iterable<string> {
  const byHome = new Map<string, Fact[]>();
  let at = 0;
  for (const fact of keptIn(facts)) {
    if (places[at++] !== shard) continue;
    const home = homeOf(fact);
    byHome.set(home, [...(byHome.get(home) ?? []), fact]);
  }
  for (const home of [...byHome.keys()].sort(compare)) yield* (byHome.get(home) ?? []).map(lineOf).sort(compare);
}

const lineOf = ({ kind, key, value }: Fact): string =>
  `${JSON.stringify([kind, key]).slice(0, -1)},${canonicalJson(value)}]\n`;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The facts of one shard, into what other shards gave, with which they share what they name. */
export function parseShard(text: string, path: string, into: Growing, shared = new Shared()): Checked<null> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  for (const [kind, key, value] of parsed.value) {
    // In place: a copy made field by field would take more room than what JSON gives.
    for (const field in value) value[field] = sharedIn(field, value[field], shared);
    into[partOf[kind]][shared.text(key)] = value;
  }
  return { ok: true, value: null };
}

/** What names something, and words of which there are few; titles and the like stand once each. */
const named = new Set(['uri', 'id', 'album', 'kind', 'albumType', 'released']);

function sharedIn(field: string, value: unknown, shared: Shared): unknown {
  if (typeof value === 'string') return named.has(field) ? shared.text(value) : value;
  return field === 'artists' && Array.isArray(value) ? shared.artists(value as ArtistRef[]) : value;
}

/** Facts while they are read; their parts were typed when they were written. */
export type Growing = {
  readonly items: Record<string, unknown>;
  readonly albums: Record<string, unknown>;
  readonly answers: Record<string, unknown>;
};
