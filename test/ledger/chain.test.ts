import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/domain/hash.ts';
import type { PlaylistId } from '../../src/domain/ids.ts';
import type { AuditBody, AuditLine } from '../../src/domain/records/audit.ts';
import type { HistoryLine } from '../../src/domain/records/history.ts';
import { chained } from '../../src/ledger/audit.ts';
import { checkChain } from '../../src/ledger/chain.ts';
import { renderLines } from '../../src/ledger/lines.ts';
import { retained } from '../../src/ledger/retention.ts';
import { breaksBetween, type Shelved } from '../../src/ledger/verify-growth.ts';
import { keys } from '../build/rule.ts';

const root = hashOf('root');
const path = 'reports/owner/audit/2026-11.jsonl';

const body = (run: number): AuditBody => ({
  at: '2026-11-22T03:00:00Z',
  night: '2026-11-22',
  run: `run ${run}`,
  playlist: 'p'.repeat(22) as PlaylistId,
  rule: null,
  kind: 'items',
  who: { by: 'hand', during: null },
  entered: [],
  left: [],
  moved: [],
  details: null,
  acked: null,
  commit: null,
  before: hashOf(run),
  after: hashOf(run + 1),
});

const chain = (many: number, from = root): readonly AuditLine[] =>
  chained(
    from,
    Array.from({ length: many }, (_, run) => body(run)),
  );
const check = (lines: readonly AuditLine[]) => checkChain(root, [{ path, lines }]);
const tombstone = ({ digest, previous }: AuditLine): AuditLine => ({
  digest,
  previous,
  purged: '2027-01-01',
  night: '2026-11-22',
});

/** A length of at least two, and a place in it. */
const place = fc.integer({ min: 2, max: 12 }).chain((many) => fc.tuple(fc.constant(many), fc.nat(many - 1)));

describe('a chain', () => {
  test('is whole as it was written, in one file or many, with any entries purged', () => {
    fc.assert(
      fc.property(place, fc.infiniteStream(fc.boolean()), ([many, at], purged) => {
        const lines = chain(many).map((line) => (purged.next().value === true ? tombstone(line) : line));
        const months = [lines.slice(0, at), lines.slice(at)].map((some, index) => ({ path: `${index}`, lines: some }));
        expect(checkChain(root, months)).toEqual({ kind: 'whole', entries: many, digest: lines.at(-1)?.digest });
      }),
    );
  });

  test('names the very entry that was changed', () => {
    fc.assert(
      fc.property(place, ([many, at]) => {
        const lines = chain(many).map((line, index) =>
          index === at && 'body' in line ? { ...line, body: body(99) } : line,
        );
        expect(check(lines)).toMatchObject({ kind: 'broken', path, line: at + 1 });
      }),
    );
  });

  test('names where one is missing, the last excepted', () => {
    fc.assert(
      fc.property(place, ([many, at]) => {
        fc.pre(at < many - 1);
        expect(check(chain(many).toSpliced(at, 1))).toMatchObject({ kind: 'broken', line: at + 1 });
      }),
    );
  });

  test('names the first of those that changed places', () => {
    fc.assert(
      fc.property(place, ([many, at]) => {
        fc.pre(at > 0);
        const lines = chain(many);
        const swapped = lines.with(at, lines[at - 1] as AuditLine).with(at - 1, lines[at] as AuditLine);
        expect(check(swapped)).toMatchObject({ kind: 'broken', line: at });
      }),
    );
  });

  test('names where another one begins', () => {
    fc.assert(
      fc.property(place, ([many, at]) => {
        const foreign = chain(many, hashOf('another root'));
        expect(check([...chain(at), ...foreign])).toMatchObject({ kind: 'broken', line: at + 1 });
      }),
    );
  });
});

const shelved = (parts: Partial<Record<keyof Shelved, Readonly<Record<string, string>>>>): Shelved => ({
  audit: new Map(Object.entries(parts.audit ?? {})),
  history: new Map(Object.entries(parts.history ?? {})),
  runs: new Map(Object.entries(parts.runs ?? {})),
});

describe('records between two commits', () => {
  const line = (night: string, entered: string, left = ''): HistoryLine => ({
    night,
    playlist: 'p' as PlaylistId,
    count: 0,
    followers: null,
    entered: keys(entered),
    left: keys(left),
    hash: night,
  });
  const filesOf = (lines: readonly HistoryLine[]) =>
    Object.fromEntries(
      [...Map.groupBy(lines, ({ night }) => night.slice(0, 7))].map(([month, some]) => [
        `${month}.jsonl`,
        renderLines(some),
      ]),
    );
  const history = [line('2026-09-03', 'ab'), line('2026-10-04', 'c', 'a'), line('2026-11-05', 'd')];

  test('may grow, and lose nothing', () => {
    fc.assert(
      fc.property(place, ([many, at]) => {
        const [long, short] = [chain(many), chain(at)].map((lines) =>
          shelved({ audit: { [path]: renderLines(lines) } }),
        ) as [Shelved, Shelved];
        expect(breaksBetween(short, long)).toEqual([]);
        expect(breaksBetween(long, short)).toEqual([{ path, line: at + 1, what: 'was cut off' }]);
      }),
    );
  });

  test('may fold old history as retention does, and not otherwise', () => {
    const before = shelved({ history: filesOf(history) });
    const folded = retained(history, '2026-12-01', 30);
    expect(folded).toHaveLength(2);
    expect(breaksBetween(before, shelved({ history: filesOf(folded) }))).toEqual([]);
    const wrong = folded.with(0, { ...(folded[0] as HistoryLine), entered: keys('bz') });
    expect(breaksBetween(before, shelved({ history: filesOf(wrong) }))).not.toEqual([]);
    expect(breaksBetween(before, shelved({ history: filesOf(history.slice(1)) }))).toEqual([
      { path: '2026-09.jsonl', line: null, what: 'was taken away' },
    ]);
  });

  test('may lose bodies to tombstones, and rows of the history only together with one', () => {
    const lines = chain(3);
    const purged = lines.with(1, tombstone(lines[1] as AuditLine));
    const [audit, tombs] = [{ [path]: renderLines(lines) }, { [path]: renderLines(purged) }];
    const [old, less] = [filesOf(history), filesOf(history.slice(0, 2))];
    expect(breaksBetween(shelved({ audit, history: old }), shelved({ audit: tombs, history: less }))).toEqual([]);
    expect(breaksBetween(shelved({ audit, history: old }), shelved({ audit, history: less }))).toHaveLength(1);
    const forged = { [path]: renderLines(purged.with(1, { ...tombstone(lines[1] as AuditLine), digest: root })) };
    expect(breaksBetween(shelved({ audit }), shelved({ audit: forged }))).toEqual([
      { path, line: 2, what: 'was changed' },
    ]);
  });

  const counts = { facts: 5, history: 9, runs: 3 };
  test.each<[string, object | undefined, boolean]>([
    ['fewer facts and history may be told', { ...counts, facts: 4, history: 7 }, true],
    ['more facts may not', { ...counts, facts: 6 }, false],
    ['fewer runs may not', { ...counts, runs: 2 }, false],
    ['one count may not go', { facts: 5, runs: 3 }, false],
    ['no count may become nothing', { ...counts, history: null }, false],
    ['the whole may not go', undefined, false],
  ])('of what a run left, %s, with a purge or without', (_, lines, isFine) => {
    const runs = (left: object | undefined) => ({
      'runs.jsonl': renderLines([{ event: 'end', exit: 0, lines: left }]),
    });
    const entries = chain(2);
    const audit = { [path]: renderLines(entries) };
    const purged = { [path]: renderLines(entries.with(1, tombstone(entries[1] as AuditLine))) };
    const found = isFine ? [] : [{ path: 'runs.jsonl', line: 1, what: 'was changed' }];
    for (const now of [audit, purged])
      expect(breaksBetween(shelved({ audit, runs: runs(counts) }), shelved({ audit: now, runs: runs(lines) }))).toEqual(
        found,
      );
  });
});
