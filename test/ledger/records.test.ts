import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical.ts';
import type { PlaylistId, SnapshotId } from '../../src/domain/ids.ts';
import { chained, parseAudit } from '../../src/ledger/audit.ts';
import { parseControl, renderControl } from '../../src/ledger/control.ts';
import { parseHistory } from '../../src/ledger/history.ts';
import type { Recorded } from '../../src/ledger/ledger.ts';
import { renderLines } from '../../src/ledger/lines.ts';
import { parseOrigin, renderOrigin } from '../../src/ledger/origin.ts';
import { parsePlaylist, renderPlaylist } from '../../src/ledger/playlist.ts';
import { parseRuns } from '../../src/ledger/runs.ts';
import { parseSnapshots, renderSnapshots } from '../../src/ledger/snapshots.ts';
import { exitOf, fixOf } from '../../src/problem/catalogue.ts';
import type { Checked } from '../../src/problem/checked.ts';
import { exits } from '../../src/problem/exit.ts';
import { actualOf, nextNight, nights, nothing, origin } from './some-ledger.ts';
import { bodies, histories, origins, playlists, runs } from './some-records.ts';

const ledger = nights.reduce((before, night) => nextNight(before, night), nothing);
const path = 'reports/owner/a file.jsonl';

type Kind<T> = {
  readonly name: string;
  readonly given: fc.Arbitrary<T>;
  readonly render: (value: T) => string;
  readonly parse: (text: string, path: string) => Checked<T>;
};

const lines = <T>(
  name: string,
  given: fc.Arbitrary<readonly T[]>,
  parse: Kind<readonly T[]>['parse'],
): Kind<readonly T[]> => ({ name, given, render: renderLines, parse });

const kinds = [
  lines('history', fc.array(histories, { maxLength: 4 }), parseHistory as never),
  lines('runs', fc.array(runs, { maxLength: 3 }), parseRuns),
  lines(
    'audit',
    fc.array(bodies, { maxLength: 3 }).map((all) => chained('0'.repeat(64), all)),
    parseAudit,
  ),
  { name: 'origin', given: origins, render: renderOrigin, parse: parseOrigin },
  { name: 'playlist', given: playlists, render: renderPlaylist, parse: parsePlaylist },
] as readonly unknown[] as readonly Kind<never>[];

/** The same value with the keys of every object in another order. */
const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, part]) => [key, turned(part)]),
        )
      : value;

describe.each(kinds)('a record of $name', ({ given, render, parse }) => {
  test('says after reading what it said before writing, whatever stands in it', () => {
    fc.assert(
      fc.property(given, (value) => {
        const text = render(value);
        const read = parse(text, path);
        expect(read.ok && canonicalJson(read.value)).toBe(canonicalJson(value));
        expect(read.ok && render(read.value)).toBe(text);
      }),
    );
  });

  test('is the same bytes in whatever order its keys come', () => {
    fc.assert(
      fc.property(given, (value) => {
        expect(render(turned(value) as never)).toBe(render(value));
      }),
    );
  });

  test('is told for broken, with its path, at every byte at which it may be cut off', () => {
    const [value] = fc.sample(given, { numRuns: 1, seed: 7 });
    const text = render(value as never);
    for (let end = 1; end < text.length; end += Math.ceil(text.length / 40)) {
      if (text[end - 1] === '\n' || text.slice(0, end).trim() === '') continue;
      const read = parse(text.slice(0, end), path);
      // All that may be missing of a record is the newline at its end.
      if (read.ok) expect(text.slice(end)).toBe('\n');
      else
        expect(read.problems.map(({ code, facts }) => [code, (facts as { path: string }).path])).toContainEqual([
          'ledger/broken',
          path,
        ]);
    }
  });
});

test('snapshots are read as they were written, in whatever order their playlists come', () => {
  const seen = fc.dictionary(fc.stringMatching(/^[0-9A-Za-z]{22}$/), fc.string({ minLength: 1 }), { minKeys: 1 });
  fc.assert(
    fc.property(seen, (all) => {
      const records = Object.entries(all).map(([id, snapshot]) => {
        const actual = { ...actualOf(id as PlaylistId, ''), snapshot: snapshot as SnapshotId };
        return [actual.id, { rule: null, actual }] as const;
      });
      const text = renderSnapshots(new Map(records));
      expect(renderSnapshots(new Map(records.toReversed()))).toBe(text);
      const read = parseSnapshots(text, path);
      expect(read.ok && Object.fromEntries(read.value)).toEqual({ ...all });
    }),
  );
});

describe('a line that cannot be read', () => {
  const text = renderLines(ledger.history);
  const brokenLines = (changed: string): readonly string[] => {
    const read = parseHistory(changed, path);
    return read.ok
      ? []
      : read.problems.map(({ facts }) => (facts as { reason: string }).reason.split(' ').slice(0, 2).join(' '));
  };
  const at = (index: number, line: string): string => text.split('\n').with(index, line).join('\n');

  test.each<[string, string, readonly string[]]>([
    ['cut off at the end', text.slice(0, -20), [`line ${ledger.history.length}`]],
    ['without its newline', text.slice(0, -1), [`line ${ledger.history.length}`]],
    ['of merge markers', at(1, '<<<<<<< HEAD'), ['line 2']],
    ['that is empty', at(2, ''), ['line 3']],
    ['of another shape', at(0, '{"night":"2026-10-28"}'), ['line 1']],
    ['with more than it should hold', at(0, `${text.split('\n')[0]?.slice(0, -1)},"more":1}`), ['line 1']],
    ['twice', text.replaceAll('"count":3', '"count":"3"'), ['line 1', 'line 2', 'line 4']],
  ])('%s is named by its number', (_, changed, expected) => {
    expect(brokenLines(changed).slice(0, expected.length)).toEqual(expected);
  });

  test('says how to put the file back, and leads to the exit of the ledger', () => {
    const read = parseHistory('{', path);
    const problems = read.ok ? [] : read.problems;
    expect(exitOf(problems)).toBe(exits.ledger);
    expect(problems.map(fixOf)).toEqual([expect.stringContaining(`git checkout <commit> -- '${path}'`)]);
  });
});

describe('a record of a newer version', () => {
  test.each<[string, (text: string, path: string) => Checked<unknown>, string]>([
    ['origin', parseOrigin, renderOrigin(origin)],
    ['control', parseControl, renderControl(nothing.control)],
    ['playlist', parsePlaylist, renderPlaylist([...ledger.playlists.values()][0] as Recorded)],
  ])('%s is told apart from a broken one', (_, parse, text) => {
    const read = parse(text.replace('"version": 1', '"version": 2'), path);
    expect(read.ok ? [] : read.problems.map(({ code, facts }) => [code, facts])).toEqual([
      ['ledger/other-version', { path, found: '2' }],
    ]);
  });

  test.each<[string, (text: string, path: string) => Checked<unknown>, string]>([
    ['origin', parseOrigin, renderOrigin(origin)],
    ['control', parseControl, renderControl(nothing.control)],
    ['playlist', parsePlaylist, renderPlaylist([...ledger.playlists.values()][0] as Recorded)],
  ])('%s with merge markers is named for that', (_, parse, text) => {
    const read = parse(`<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`, path);
    expect(read.ok ? [] : read.problems.map(({ code, facts }) => [code, facts])).toEqual([
      ['ledger/broken', { path, reason: expect.stringContaining('merge markers') }],
    ]);
  });
});
