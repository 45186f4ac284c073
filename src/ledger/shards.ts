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

/** All shards' names: 8, so that a night's news touch files of a size that git and people can take. */
const letters = '01234567';

/** Which shard what stands together stands in: three bits of the hash of its name. */
const shardOf = (home: string): string => letters[(createHash('sha256').update(home).digest()[0] ?? 0) & 7] as string;

/** Tracks stand with their album, whose id and artists they share: together they pack into half the bytes. */
function homeOf(kind: Kind, key: string, value: unknown): string {
  if (kind !== 'item' || typeof value !== 'object' || value === null) return key;
  return 'album' in value && typeof value.album === 'string' ? value.album : key;
}

/**
 * The shards in which a fact differs between the two, each with its text; null for one that has none any more. In a shard
 * facts stand one a line, those of an album together. Playlists have records of their own, so their answers do not stand here; nor do answers
 * that were not read whole: the next run asks again.
 */
export function* shardsBetween(before: Facts, after: Facts): Iterable<readonly [name: string, text: string | null]> {
  const changed = changedShards(before, after);
  if (changed.size === 0) return;
  // One at a time: all of them together are as large as everything that is known.
  for (const [name, places] of placesIn(after, changed)) {
    const lines = places.map(({ home, kind, key }) => ({ home, line: lineOf(kind, key, keptIn(after, kind, key)) }));
    yield [
      name,
      lines.length === 0
        ? null
        : lines
            .sort(byHome)
            .map(({ line }) => line)
            .join(''),
    ];
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

type Placed = { readonly home: string; readonly kind: Kind; readonly key: string };
type Line = { readonly home: string; readonly line: string };

const byHome = (one: Line, other: Line): number => compare(one.home, other.home) || compare(one.line, other.line);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

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
        if (value === known || value === undefined) continue;
        const shard = shardOf(homeOf(kind, key, value));
        if (changed.has(shard)) continue;
        if (known === undefined || canonicalJson(value) !== canonicalJson(known)) changed.add(shard);
      }
  return changed;
}

/** What stands in these shards, by shard. */
function placesIn(facts: Facts, shards: ReadonlySet<string>): ReadonlyMap<string, readonly Placed[]> {
  const places = new Map([...shards].map((name) => [name, [] as Placed[]]));
  for (const kind of kinds)
    for (const key in facts[partOf[kind]]) {
      const value = keptIn(facts, kind, key);
      if (value === undefined) continue;
      const home = homeOf(kind, key, value);
      places.get(shardOf(home))?.push({ home, kind, key });
    }
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
