import { describe, expect, test } from 'vitest';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { AddableUri, TrackUri } from '../../src/domain/ids.ts';
import type { Track } from '../../src/domain/item.ts';
import { needKey } from '../../src/domain/need.ts';
import type { RowPasts } from '../../src/domain/past.ts';
import type { Actual } from '../../src/domain/playlist.ts';
import type { Rule } from '../../src/domain/rule.ts';
import type { Why } from '../../src/domain/why.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import type { Known } from '../../src/resolve/window.ts';
import { actualOf, at, lettersOf, literal, ruleOf, studio, tracks, uriOf } from '../build/rule.ts';

const night = '2026-11-22';

const known = (facts: Facts = noFacts): Known => ({
  night,
  timezone: 'Europe/Stockholm',
  nowMs: Date.parse(`${night}T11:00:00Z`),
  facts,
  lists: new Map(),
  outcomes: new Map(),
  playlistOf: () => undefined,
});

const trackOf = (letter: string, given: Partial<Track> = {}): Track => ({
  kind: 'track',
  uri: uriOf(letter) as TrackUri,
  title: letter,
  artists: [{ id: null, name: letter.toLowerCase() }],
  album: null,
  durationMs: 200_000,
  explicit: false,
  isrc: null,
  trackNumber: null,
  discNumber: null,
  playable: true,
  ...given,
});

const factsOf = (...items: readonly Track[]): Facts => ({
  ...noFacts,
  items: new Map(items.map((item) => [item.uri, item])),
});

type More = { readonly actual?: Actual; readonly holding?: Why; readonly facts?: Facts };

function desiredOf(rule: Rule, { actual, holding, facts }: More = {}) {
  const resolved = resolve({ rule, actual: actual ?? null, holding: holding ?? null, known: known(facts) });
  if (resolved.kind === 'lacking') throw new Error(`lacking ${resolved.needs.map(needKey).join(', ')}`);
  return resolved.desired;
}

const placed = (rule: Rule, more: More = {}): string => lettersOf(desiredOf(rule, more).rows);
const from = (letters: string) => ({ from: [literal(tracks(letters))] });
const take = { count: null, perArtist: null, perAlbum: null, at };
const why: Why = { stage: 'write', word: 'guard', datum: 'held', at };

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

describe('relinked tracks', () => {
  const isrc = { isrc: 'SE1' };
  const shownAs = (letter: string, shown: string, facts: Facts, on: { readonly night?: string } = {}): Facts => {
    const need = { account: studio, kind: 'track', uri: uriOf(letter) as TrackUri, ...on } as const;
    return {
      ...facts,
      answers: { [needKey(need)]: { need, answer: { state: 'whole', found: uriOf(shown) as TrackUri } } },
    };
  };
  test('stand under the id that Spotify shows', () => {
    expect(
      placed(ruleOf(from('ab')), { actual: actualOf('xb'), facts: shownAs('a', 'x', factsOf(trackOf('x', isrc))) }),
    ).toBe('xb');
  });
  test('are taken for the row that sounds the same while that was not read', () => {
    expect(
      placed(ruleOf(from('ab')), { actual: actualOf('xb'), facts: factsOf(trackOf('a', isrc), trackOf('x', isrc)) }),
    ).toBe('xb');
  });
  test('are asked for before anything is added when nothing is known of them', () => {
    const { kind, needs } = {
      needs: [],
      ...resolve({ rule: ruleOf(from('ab')), actual: actualOf('xb'), holding: null, known: known() }),
    };
    expect([kind, needs.map(needKey)]).toEqual(['lacking', [`studio track ${uriOf('a')}`]]);
  });
  test('but a track that is shown as itself tonight is what the rule names', () => {
    const items = factsOf(trackOf('a', isrc), trackOf('x', isrc));
    const given = (facts: Facts) => placed(ruleOf(from('ab')), { actual: actualOf('xb'), facts });
    expect(given(shownAs('a', 'a', items, { night }))).toBe('ab');
    expect(given(shownAs('a', 'a', items)), 'on some night').toBe('xb');
  });
  test('are asked for when they stood there and something else does now', () => {
    const wishes = (standing: string, since: string | null) => {
      const rule = ruleOf(from('ab'));
      const past = { firstSeen: '2026-10-01', since, leftLast: null };
      const pasts = new Map([[rule.slug, new Map([[uriOf('a'), past]]) as unknown as RowPasts]]);
      const facts = factsOf(trackOf('a'), trackOf('b'), trackOf('x'));
      const resolved = resolve({ rule, actual: actualOf(standing), holding: null, known: { ...known(facts), pasts } });
      return resolved.wishes.map(needKey);
    };
    expect(wishes('xb', '2026-10-01')).toEqual([`studio track ${uriOf('a')} on ${night}`]);
    expect([wishes('xb', null), wishes('b', '2026-10-01'), wishes('ab', '2026-10-01')]).toEqual([[], [], []]);
  });
});
