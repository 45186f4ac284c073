import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaylistId } from '../../src/domain/ids.ts';
import type { RowPast } from '../../src/domain/past.ts';
import type { AuditBody } from '../../src/domain/records/audit.ts';
import type { HistoryLine } from '../../src/domain/records/history.ts';
import { ackedSoFar, last28, learnedFrom, rowPastsOf } from '../../src/ledger/past.ts';
import { at, keys } from '../build/rule.ts';

const day = (nth: number): string => new Date(Date.UTC(2026, 0, 1) + nth * 86_400_000).toISOString().slice(0, 10);
const line = (nth: number, count: number, entered: string, left: string): HistoryLine => ({
  night: day(nth),
  playlist: 'p' as PlaylistId,
  count,
  followers: null,
  entered: keys(entered),
  left: keys(left),
  hash: '',
});

const body = (nth: number, left: string): AuditBody => ({
  at: `${day(nth)}T02:00:00Z`,
  night: day(nth),
  run: 'run',
  playlist: 'p' as PlaylistId,
  rule: null,
  kind: 'items',
  who: { by: 'setlist', trigger: 'schedule', actor: null },
  entered: [],
  left: keys(left).map((key) => ({ key, why: [] })),
  moved: [],
  details: null,
  acked: null,
  commit: null,
  before: '',
  after: '',
});

describe('rowPastsOf()', () => {
  const of = (letter: string, lines: readonly HistoryLine[], standing: string) =>
    rowPastsOf(lines, keys(standing)).get(keys(letter)[0] as never);
  const weeks = [line(0, 2, 'ab', ''), line(3, 2, 'c', 'a'), line(9, 2, 'a', 'b')];

  test.each<[string, string, RowPast | undefined]>([
    ['came, left and came again', 'a', { firstSeen: day(0), since: day(9), leftLast: day(3) }],
    ['left', 'b', { firstSeen: day(0), since: null, leftLast: day(9) }],
    ['stands since it came', 'c', { firstSeen: day(3), since: day(3), leftLast: null }],
    ['never came', 'x', undefined],
  ])('of a row that %s', (_, letter, past) => {
    expect(of(letter, weeks, 'ca')).toEqual(past);
  });

  test('takes rows that stood there before the first line for seen on its night', () => {
    const lines = [line(5, 3, 'c', ''), line(8, 2, '', 'b')];
    expect(of('a', lines, 'ac')).toEqual({ firstSeen: day(5), since: day(5), leftLast: null });
    expect(of('b', lines, 'ac')).toEqual({ firstSeen: day(5), since: null, leftLast: day(8) });
  });

  test('counts copies: one that goes while another stays is no leaving', () => {
    const lines = [line(0, 2, 'aa', ''), line(3, 1, '', 'a')];
    expect(of('a', lines, 'a')).toEqual({ firstSeen: day(0), since: day(0), leftLast: null });
    expect(of('a', [...lines, line(4, 0, '', 'a')], '')).toMatchObject({ since: null, leftLast: day(4) });
  });

  test('knows the order of two lines of one night', () => {
    const lines = [line(0, 1, 'a', ''), line(3, 0, '', 'a'), line(3, 1, 'a', '')];
    expect(of('a', lines, 'a')).toEqual({ firstSeen: day(0), since: day(3), leftLast: day(3) });
  });

  test('says of a row that it stands exactly when it does, whatever came and went', () => {
    const nights = fc.array(fc.array(fc.constantFrom(...'aabcd'), { maxLength: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(nights, (states) => {
        const lines = states.slice(1).map((state, at) => {
          const before = states[at] ?? [];
          const entered = without(state, before).join('');
          return line(at + 1, state.length, entered, without(before, state).join(''));
        });
        const now = states.at(-1)?.join('') ?? '';
        for (const letter of 'abcd') {
          const past = of(letter, lines, now);
          if (lines.length > 0 && (typeof past?.since === 'string') !== now.includes(letter)) return false;
          if (past !== undefined && past.since === null && past.leftLast === null) return false;
        }
        return true;
      }),
    );
  });
});

function without(these: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return these.filter((one) => {
    const at = rest.indexOf(one);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

describe('learnedFrom()', () => {
  const nights = (removals: readonly number[]): readonly HistoryLine[] => [
    line(0, 100, 'a', ''),
    ...removals.map((many, at) => line(at + 1, 100, 'x'.repeat(many), 'y'.repeat(many))),
  ];

  test('needs twenty changes', () => {
    expect(learnedFrom(nights(Array(19).fill(8)), [])).toBeNull();
    expect(learnedFrom(nights(Array(20).fill(8)), [])).toEqual({ share: 0.1, count: 8 });
  });

  test('is what 99 of 100 nights stayed within', () => {
    const usual = Array(198).fill(12);
    expect(learnedFrom(nights([...usual, 60, 80]), [])).toEqual({ share: 0.12, count: 12 });
    expect(learnedFrom(nights([...usual, 60, 70, 80]), [])).toEqual({ share: 0.6, count: 60 });
  });

  test('never becomes stricter than a tenth or five rows', () => {
    expect(learnedFrom(nights(Array(50).fill(1)), [])).toEqual({ share: 0.1, count: 5 });
  });

  test('is not taught by what people did or acknowledged', () => {
    const lines = nights([...Array(20).fill(8), 90, 91]);
    const hand = { ...body(21, 'y'.repeat(90)), who: { by: 'hand', during: null } } as const;
    const acked = { ...body(22, 'y'.repeat(91)), acked: { removals: 91, of: 91, until: day(30) } };
    expect(learnedFrom(lines, [body(21, 'y'.repeat(90)), body(22, 'y'.repeat(91))])).toMatchObject({ count: 91 });
    expect(learnedFrom(lines, [hand, acked])).toEqual({ share: 0.1, count: 8 });
  });

  test('holds all but one night in a hundred', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 20, maxLength: 300 }), (removals) => {
        const learned = learnedFrom(nights(removals), []);
        const beyond = removals.filter((many) => many > (learned?.count ?? 0)).length;
        return beyond <= removals.length / 100;
      }),
    );
  });
});

describe('last28()', () => {
  test('adds up four weeks, and not how the playlist was met', () => {
    const lines = [
      line(0, 50, 'abc', ''),
      line(2, 40, '', 'abcdefghij'),
      line(20, 60, 'a', 'bcd'),
      line(40, 62, 'ab', ''),
    ];
    expect(last28(lines, [], day(29))).toEqual({ removed: 13, meanCount: expect.closeTo((18 * 40 + 10 * 60) / 28, 9) });
    expect(last28(lines, [], day(30))).toMatchObject({ removed: 3 });
    expect(last28([], [], day(30))).toBeNull();
  });

  test('leaves out what people took out themselves, and no more than that', () => {
    const lines = [line(0, 50, 'abc', ''), line(2, 45, '', 'abcde'), line(2, 43, '', 'fg')];
    const hand = { ...body(2, 'abcd'), who: { by: 'hand', during: null } } as const;
    expect(last28(lines, [hand], day(3))).toMatchObject({ removed: 3 });
  });
});

test('ackedSoFar() counts what was charged to this very ack', () => {
  const ack = { removals: 41, until: '2026-11-29', at };
  const charged = (removals: number, of: number, until: string) => ({ ...body(1, ''), acked: { removals, of, until } });
  const audit = [charged(20, 41, ack.until), charged(9, 41, '2026-10-01'), charged(5, 40, ack.until), body(1, 'abc')];
  expect(ackedSoFar([...audit, charged(3, 41, ack.until)], ack)).toBe(23);
  expect(ackedSoFar(audit, null)).toBe(0);
});
