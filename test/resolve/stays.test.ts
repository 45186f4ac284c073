import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import { needKey } from '../../src/domain/need.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { actualOf, at, lettersOf, literal, ruleOf, studio, tracks, uriOf } from '../build/rule.ts';
import { desiredOf, factsOf, from, type More, placed, take, trackOf, why } from './desired.ts';

describe('what must stay', () => {
  test('local and gone rows stay where they stand', () => {
    expect(placed(ruleOf(from('abcd')), { actual: actualOf('a*b?c') })).toBe('a*b?cd');
  });
  test('they move up only when the list gets shorter, in their own order', () => {
    expect(placed(ruleOf(from('a')), { actual: actualOf('abc?*d?') })).toBe('a?*?');
  });
  test('a row that does not play here stays', () => {
    const facts = factsOf(trackOf('b', { playable: false }));
    expect(placed(ruleOf(from('ac')), { actual: actualOf('abc'), facts })).toBe('abc');
  });
  test('all rows stay while a guard holds, next to their neighbours', () => {
    expect(placed(ruleOf(from('axc')), { actual: actualOf('abcd'), holding: why, facts: factsOf(trackOf('x')) })).toBe(
      'abxcd',
    );
  });
  test('and copies one by one', () => {
    expect(placed(ruleOf(from('a')), { actual: actualOf('aa'), holding: why })).toBe('aa');
  });
  test('the count gives way to them, and says so', () => {
    const { rows, gaveWay } = desiredOf(ruleOf({ ...from('x'), take: { ...take, count: 1 } }), {
      actual: actualOf('abc'),
      holding: why,
      facts: factsOf(trackOf('x')),
    });
    expect(lettersOf(rows)).toBe('abc');
    expect(gaveWay).toEqual(['count 1 gave way to 2 tracks that must stay']);
  });
  test('an empty source removes nothing', () => {
    const { rows, gaps } = desiredOf(ruleOf(from('')), { actual: actualOf('abc') });
    expect([lettersOf(rows), gaps]).toEqual(['abc', ['tracks is empty']]);
  });
});

describe('what leaves', () => {
  const told = (given: Partial<Rule>, more: More = {}) =>
    desiredOf(ruleOf(given), { actual: actualOf('ax'), ...more }).dropped.map(({ why }) =>
      why.map(({ word, datum }) => `${word}: ${datum}`),
    );
  const top = (range: string): Rule['from'][number] => ({
    ...literal([]),
    word: 'top',
    args: { range, limit: 1 },
  });
  const need = { account: studio, kind: 'top', range: 'short' } as const;
  const found = [...tracks('cx')].map((uri) => ({ uri, addedAt: null }));
  const facts: Facts = {
    ...factsOf(trackOf('b'), trackOf('c')),
    answers: { [needKey(need)]: { need, answer: { state: 'whole', found } } },
  };
  test('says what its source knows of it', () => {
    expect(told({ from: [top('short')] }, { facts })).toEqual([
      ['top: not in the top 1 (short)'],
      ['top: top 2 (short), not in the top 1'],
    ]);
  });
  test('says of several what the one that knows it says, else that none has it', () => {
    expect(told({ from: [literal(tracks('b')), top('short')] }, { facts })).toEqual([
      ['from: in no source any more'],
      ['top: top 2 (short), not in the top 1'],
    ]);
  });
  test('says that its pin has ended', () => {
    const pin = { uri: uriOf('x'), range: null, from: null, until: '2026-11-20', reason: null, at };
    expect(told({ ...from('a'), pins: [pin] })).toEqual([
      ['tracks: not among the written tracks', 'pin: pinned until 2026-11-20'],
    ]);
  });
  test('says nothing of what stays', () => {
    expect(told(from('xa'))).toEqual([]);
  });
});

describe('a condition below a source', () => {
  test('keeps incumbents whose datum is not known, as one of the whole rule does', () => {
    const source = literal(tracks('ab'));
    const where = {
      kind: 'test',
      word: 'added',
      args: [{ operator: 'in_the_last', operand: { months: 0, days: 30 } }],
      at,
    } as const;
    expect(placed(ruleOf({ from: [{ ...source, where }] }), { actual: actualOf('a') })).toBe('a');
  });
});
