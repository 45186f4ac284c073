import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/domain/content.ts';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import { emptyLibrary } from '../../src/domain/known/library.ts';
import { entriesOf } from '../../src/domain/known/lookup.ts';
import type { Growing } from '../../src/ledger/shards.ts';
import { parseShard, shardsBetween } from '../../src/ledger/shards.ts';

const keys = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const artists = fc.array(fc.record({ id: fc.constantFrom('ann', null), name: fc.constantFrom('Ann', 'Änn') }), {
  maxLength: 2,
});
const title = fc.constantFrom('Song', 'Sång', 'a "b"\n');
const common = { title, durationMs: fc.nat(9), explicit: fc.boolean() };
const number = fc.constantFrom(1, null);
const track = fc.record({
  kind: fc.constant('track' as const),
  uri: keys,
  ...common,
  artists,
  album: fc.constantFrom('a', 'b', null),
  isrc: fc.constantFrom('QZ', null),
  trackNumber: number,
  discNumber: number,
  playable: fc.constantFrom(true, false, null),
});
const released = fc.constantFrom('2026-11', null);
const episode = fc.record({ kind: fc.constant('episode' as const), uri: keys, ...common, show: title, released });
const album = fc.record({ title, artists, released, albumType: fc.constantFrom('album', 'single') });
const lookup = <T>(things: fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<string, T>> =>
  fc.dictionary(keys, things, { maxKeys: 26 }).map((all) => new Map(Object.entries(all)));
const items = lookup(fc.oneof(track, episode));
const albums = lookup(album).map((all) => new Map([...all].map(([id, one]) => [id, { id, ...one }])));
const answers = fc.dictionary(
  keys,
  fc.record({
    need: fc.record({ account: fc.constant('owner'), kind: fc.constantFrom('liked', 'playlist') }),
    answer: fc.record({ state: fc.constantFrom('whole', 'part', 'none') }),
  }),
);
// Ids of one letter meet more often than Spotify's.
const facts = fc.record({
  version: fc.constant(1),
  items,
  albums,
  answers,
}) as unknown as fc.Arbitrary<Facts>;

/** What a ledger keeps of facts: no playlists, and nothing that was read in part. */
const kept = ({ answers: all, items, albums }: Facts): unknown => ({
  version: 1,
  items: new Map(entriesOf(items)),
  albums: new Map(entriesOf(albums)),
  answers: Object.fromEntries(
    Object.entries(all).filter(([, { need, answer }]) => need.kind !== 'playlist' && answer.state !== 'part'),
  ),
});

function readAll(texts: ReadonlyMap<string, string>): unknown {
  const into: Growing = { ...emptyLibrary(), answers: {} };
  for (const [name, text] of texts) expect(parseShard(text, name, into).ok).toBe(true);
  return kept({ version: 1, ...into });
}

const written = (after: Facts): Map<string, string> =>
  new Map([...shardsBetween(noFacts, after)].map(([name, content]) => [name, textOf(content ?? '')]));

describe('law: shards', () => {
  test('hold what is kept, and read as it was', () => {
    fc.assert(fc.property(facts, (all) => void expect(readAll(written(all))).toEqual(kept(all))));
  });

  test('are told where something differs and nowhere else, so that the old files with them are the new ones', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const [files, wanted] = [written(before), written(after)];
        for (const [name, content] of shardsBetween(before, after)) {
          const text = content === null ? null : textOf(content);
          expect(text ?? undefined).not.toBe(files.get(name));
          if (text === null) files.delete(name);
          else files.set(name, text);
        }
        expect([...files].sort()).toEqual([...wanted].sort());
      }),
    );
  });
});
