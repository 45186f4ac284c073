import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { canonicalJson } from '../domain/canonical.ts';
import type { Facts } from '../domain/facts.ts';
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
 * Facts by shard, one a line, sorted; a shard without any is left out. Playlists have records of their own, so their
 * answers do not stand here; nor do answers that were not read whole: the next run asks again.
 */
export function renderShards({ items, albums, answers }: Facts): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>();
  const put = (kind: string, key: string, value: unknown): void => {
    const shard = shardOf(key);
    const line = JSON.stringify([kind, key]).slice(0, -1);
    const known = lines.get(shard);
    const text = `${line},${canonicalJson(value)}]\n`;
    if (known === undefined) lines.set(shard, [text]);
    else known.push(text);
  };
  for (const [id, album] of Object.entries(albums)) put('album', id, album);
  for (const [uri, item] of Object.entries(items)) put('item', uri, item);
  for (const [key, { need, answer }] of Object.entries(answers))
    if (need.kind !== 'playlist' && answer.state !== 'part') put('answer', key, { need, answer });
  return new Map([...lines].map(([shard, texts]) => [shard, texts.sort().join('')]));
}

/** The facts of one shard, into what other shards gave. */
export function parseShard(text: string, path: string, into: Growing): Checked<null> {
  const parsed = parse(text, path);
  if (!parsed.ok) return parsed;
  for (const [kind, key, value] of parsed.value)
    into[kind === 'album' ? 'albums' : kind === 'item' ? 'items' : 'answers'][key] = value;
  return { ok: true, value: null };
}

/** Facts while they are read; their parts were typed when they were written. */
export type Growing = {
  readonly items: Record<string, unknown>;
  readonly albums: Record<string, unknown>;
  readonly answers: Record<string, unknown>;
};
