import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/domain/content.ts';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { Growing } from '../../src/ledger/shards.ts';
import { parseShard, shardsBetween } from '../../src/ledger/shards.ts';

const keys = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const artists = fc.array(fc.record({ id: fc.constantFrom('ann', null), name: fc.constantFrom('Ann', 'Änn') }), {
  maxLength: 2,
});
const things = fc.dictionary(keys, fc.record({ title: fc.constantFrom('Song', 'Sång', 'a "b"\n'), artists }), {
  maxKeys: 26,
});
const answers = fc.dictionary(
  keys,
  fc.record({
    need: fc.record({ account: fc.constant('owner'), kind: fc.constantFrom('liked', 'playlist') }),
    answer: fc.record({ state: fc.constantFrom('whole', 'part', 'none') }),
  }),
);
// Only what the parts are by name matters here; what stands in them was typed when it was read.
const facts = fc.record({
  version: fc.constant(1),
  items: things,
  albums: things,
  answers,
}) as unknown as fc.Arbitrary<Facts>;

/** What a ledger keeps of facts: no playlists, and nothing that was read in part. */
const kept = ({ answers: all, ...rest }: Facts): unknown => ({
  ...rest,
  answers: Object.fromEntries(
    Object.entries(all).filter(([, { need, answer }]) => need.kind !== 'playlist' && answer.state !== 'part'),
  ),
});

function readAll(texts: ReadonlyMap<string, string>): unknown {
  const into: Growing = { items: {}, albums: {}, answers: {} };
  for (const [name, text] of texts) expect(parseShard(text, name, into).ok).toBe(true);
  return { version: 1, ...into };
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
