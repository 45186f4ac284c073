import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowKey } from '../../../src/domain/playlist.ts';
import { isIrreplaceable } from '../../../src/domain/playlist.ts';
import { mostRowsAPlaylist } from '../../../src/domain/write.ts';
import { lowerBound } from '../../../src/plan/requests/bound.ts';
import { datesLost } from '../../../src/plan/requests/dates.ts';
import { counts, match } from '../../../src/plan/requests/match.ts';
import { writesFor } from '../../../src/plan/requests/writes.ts';
import { Bug } from '../../../src/problem/bug.ts';
import { after as afterWrites, hardPairs, heights, orders, type Pair, pairs, track, tracks } from './lists.ts';

const anyPairs = fc.oneof(pairs, orders, hardPairs);

const law = (arbitrary: fc.Arbitrary<Pair>, holds: (pair: Pair) => void): void =>
  fc.assert(
    fc.property(arbitrary, (pair) => {
      holds(pair);
    }),
    { numRuns: 150 },
  );

describe('writesFor', () => {
  it('reaches the list that was asked for', () => {
    law(anyPairs, ({ before, after }) => expect(afterWrites(before, writesFor(before, after))).toEqual(after));
  });

  it('carries no more than 100 rows in a request, and never none', () => {
    law(anyPairs, ({ before, after }) => {
      for (const write of writesFor(before, after)) {
        const size = write.kind === 'move' ? write.length : write.uris.length;
        expect(size).toBeGreaterThan(0);
        if (write.kind !== 'move') expect(size).toBeLessThanOrEqual(100);
      }
    });
  });

  it('never holds fewer rows than at the shorter end', () => {
    law(fc.oneof(pairs, orders), ({ before, after }) => {
      const lowest = Math.min(...heights(before, writesFor(before, after)));
      expect(lowest).toBe(Math.min(before.length, after.length));
    });
  });

  it('dips at most by what must leave to come again, less what can leave later', () => {
    law(hardPairs, ({ before, after }) => {
      const { again, leavers } = match(before, after);
      const leaving = before.filter((key) => leavers.includes(key)).length;
      const writes = writesFor(before, after);
      const least = Math.min(before.length, after.length, after.length - again.length + leaving);
      expect(Math.min(...heights(before, writes))).toBeGreaterThanOrEqual(
        writes[0]?.kind === 'replace' ? after.length : least,
      );
    });
  });

  it('keeps every date where no track loses copies', () => {
    law(fc.oneof(pairs, orders), ({ before, after }) => expect(datesLost(before, writesFor(before, after))).toBe(0));
  });

  it('loses no date but of tracks that lose copies', () => {
    law(hardPairs, ({ before, after }) => {
      const [had, has] = [counts(before), counts(after)];
      const left = (key: RowKey, count: number): number => ((had.get(key) ?? 0) > count ? count : 0);
      const most = [...has].reduce((sum, [key, count]) => sum + left(key, count), 0);
      expect(datesLost(before, writesFor(before, after))).toBeLessThanOrEqual(most);
    });
  });

  it('adds and removes no local or gone row, and replaces nothing where there is one', () => {
    law(hardPairs, ({ before, after }) => {
      for (const write of writesFor(before, after)) {
        if (write.kind === 'replace') expect(before.some(isIrreplaceable)).toBe(false);
        if (write.kind !== 'move') expect(write.uris.some((uri) => isIrreplaceable(uri as RowKey))).toBe(false);
      }
    });
  });

  it('gives the same requests for the same lists', () => {
    law(anyPairs, ({ before, after }) => expect(writesFor(before, after)).toEqual(writesFor([...before], [...after])));
  });

  it('is never below the lower bound', () => {
    law(anyPairs, ({ before, after }) => {
      expect(writesFor(before, after).length).toBeGreaterThanOrEqual(lowerBound(before, after));
    });
  });

  it.each([
    ['abc', 'abc', []],
    ['ab', 'axb', ['add 1 at 1']],
    ['abcd', 'adbc', ['move 1 from 3 to 1']],
    ['abcdef', 'acxbdye', ['add 2 at 1', 'move 1 from 4 to 1', 'move 1 from 3 to 6', 'remove 1']],
    ['abc', 'xyz', ['add 3 at 3', 'remove 3']],
    ['abcab', 'acb', ['remove 1', 'add 1 at 1', 'remove 1', 'add 1 at 2']],
    ['aa', 'a', ['replace 1']],
    ['aab', 'axb', ['add 1 at 2', 'remove 1', 'add 1 at 0']],
    ['aabcd', 'ab', ['remove 1', 'add 1 at 0', 'remove 2']],
    ['ab', 'abab', ['add 2 at 2']],
  ])('brings %s to %s', (before, after, expected) => {
    const shown = writesFor(tracks(before), tracks(after)).map((write) => {
      if (write.kind === 'move') return `move ${write.length} from ${write.start} to ${write.before}`;
      return `${write.kind} ${write.uris.length}${write.kind === 'add' ? ` at ${write.position}` : ''}`;
    });
    expect(shown).toEqual(expected);
  });

  it('removes first where a full playlist has no room, and dips by one request only', () => {
    const before = Array.from({ length: mostRowsAPlaylist }, (_, index) => track(index));
    const after = before.map((row, index) => (index % 40 === 0 ? track(`new${index}`) : row));
    const reached = heights(before, writesFor(before, after));
    expect(Math.max(...reached)).toBe(mostRowsAPlaylist);
    expect(Math.min(...reached)).toBe(mostRowsAPlaylist - 100);
    expect(afterWrites(before, writesFor(before, after))).toEqual(after);
  });

  it('does not empty a list of copies on the way', () => {
    const twice = (letters: string): readonly RowKey[] => tracks(letters + letters);
    expect(Math.min(...heights(twice('abc'), writesFor(twice('abc'), tracks('cab'))))).toBeGreaterThan(0);
  });

  it('refuses to lose what cannot be added again', () => {
    expect(() => writesFor(['gone:1' as RowKey, track('a')], [track('a')])).toThrow(Bug);
    expect(() => writesFor([track('a')], ['spotify:local:a::b:1' as RowKey])).toThrow(Bug);
  });
});
