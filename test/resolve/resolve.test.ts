import { describe, expect, test } from 'vitest';
import type { AddableUri } from '../../src/domain/ids.ts';
import type { RowPasts } from '../../src/domain/past.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { at, lettersOf, ruleOf, uriOf } from '../build/rule.ts';
import { desiredOf, factsOf, from, known, night, placed, take, trackOf } from './desired.ts';

describe('dedupe', () => {
  const by = (args: object): Rule['dedupe'] => ({
    word: 'dedupe',
    args: { by: 'recording', keep: 'first', ...args },
    at,
  });
  test('keeps repeats when told so', () => {
    expect(placed(ruleOf(from('aba')))).toBe('aba');
  });
  test('takes the same id once', () => {
    expect(placed(ruleOf({ ...from('aba'), dedupe: by({ by: 'uri' }) }))).toBe('ab');
  });
  test('knows a recording by its ISRC', () => {
    const facts = factsOf(trackOf('a', { isrc: 'X' }), trackOf('b', { isrc: 'X', explicit: true }), trackOf('c'));
    expect(placed(ruleOf({ ...from('abc'), dedupe: by({}) }), { facts })).toBe('ac');
    expect(placed(ruleOf({ ...from('abc'), dedupe: by({ keep: 'explicit' }) }), { facts })).toBe('bc');
  });
  test('knows a recording by title, artist and length, but not across lengths', () => {
    const same = { title: 'Song', artists: [{ id: null, name: 'x' }] };
    const facts = factsOf(
      trackOf('a', same),
      trackOf('b', { ...same, durationMs: 201_000 }),
      trackOf('c', { ...same, durationMs: 300_000 }),
    );
    expect(placed(ruleOf({ ...from('abc'), dedupe: by({}) }), { facts })).toBe('ac');
  });
  test('says of what a dropped row is the same', () => {
    const { dropped } = desiredOf(ruleOf({ ...from('aba'), dedupe: by({ by: 'uri' }) }));
    expect(dropped.map((one) => one.why.at(-1)?.datum)).toEqual(['the same id again']);
  });
});

describe('sort and take', () => {
  const facts = factsOf(
    trackOf('a', { durationMs: 3 }),
    trackOf('b', { durationMs: 1 }),
    trackOf('c', { durationMs: 2 }),
  );
  const by = (by: string, direction: 'asc' | 'desc') => ({ sort: [{ by, direction, at }] });
  test.each([
    ['up', 'duration', 'asc', 'bcad'],
    ['down, the unknown last either way', 'duration', 'desc', 'acbd'],
  ] as const)('orders %s', (_, key, direction, wanted) => {
    expect(placed(ruleOf({ ...from('abcd'), ...by(key, direction) }), { facts })).toBe(wanted);
  });
  test.each([
    ['what came last', 'first_seen', 'desc', 'cdab'],
    ['what has stood longest', 'tenure', 'desc', 'abcd'],
  ] as const)('orders by its own past, %s on top, with what is new tonight', (_, key, direction, wanted) => {
    const pasts = new Map([
      [uriOf('a'), { firstSeen: '2026-10-01', since: '2026-10-01', leftLast: null }],
      [uriOf('b'), { firstSeen: '2026-09-01', since: '2026-11-01', leftLast: '2026-10-01' }],
      [uriOf('d'), { firstSeen: '2026-11-01', since: null, leftLast: '2026-11-02' }],
    ]) as unknown as RowPasts;
    const rule = ruleOf({ ...from('dcba'), ...by(key, direction) });
    const resolved = resolve({
      rule,
      actual: null,
      holding: null,
      known: { ...known(), pasts: new Map([[rule.slug, pasts]]) },
    });
    const rows = resolved.kind === 'resolved' ? resolved.desired.rows : [];
    expect(lettersOf(rows)).toBe(wanted);
    const says = { first_seen: 'first_seen 2026-11-22', tenure: 'tenure 52 days' };
    expect(rows[0]?.why.at(-1)?.datum).toBe(says[key]);
  });
  test('keeps so many', () => {
    expect(placed(ruleOf({ ...from('abcd'), take: { ...take, count: 2 } }))).toBe('ab');
  });
  test('keeps so many by one artist, and fills up from below', () => {
    const artist = { artists: [{ id: null, name: 'x' }] };
    const some = factsOf(trackOf('a', artist), trackOf('b', artist), trackOf('c', artist), trackOf('d'));
    expect(placed(ruleOf({ ...from('abcd'), take: { ...take, count: 3, perArtist: 2 } }), { facts: some })).toBe('abd');
  });
});

describe('pins', () => {
  const pin = (letter: string, range: readonly [number, number] | null, more: object = {}) => ({
    uri: uriOf(letter) as AddableUri,
    range,
    from: null,
    until: null,
    reason: null,
    at,
    ...more,
  });
  test.each([
    ['at their place', [pin('x', [1, 1])], 'xabcd'],
    ['at the nearest end of their range', [pin('d', [1, 2])], 'adbc'],
    ['where they stand when that is inside the range', [pin('b', [1, 3])], 'abcd'],
    ['at the end when the place is beyond it', [pin('x', [50, 50])], 'abcdx'],
    ['not before their time', [pin('x', [1, 1], { from: '2026-11-23' })], 'abcd'],
    ['not after it', [pin('x', [1, 1], { until: '2026-11-21' })], 'abcd'],
    ['on their last night', [pin('x', [1, 1], { until: night })], 'xabcd'],
    ['side by side when they want the same place', [pin('x', [1, 1]), pin('y', [1, 1])], 'xyabcd'],
  ])('stand %s', (_, pins, wanted) => {
    expect(placed(ruleOf({ ...from('abcd'), pins }))).toBe(wanted);
  });
  test('take a seat before the count does', () => {
    expect(placed(ruleOf({ ...from('abcd'), pins: [pin('x', [2, 2])], take: { ...take, count: 3 } }))).toBe('axb');
  });
});
