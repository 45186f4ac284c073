import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guard } from '../../src/plan/guard.ts';
import { noPast } from '../../src/plan/past.ts';
import { actualOf, at, ruleOf, settings } from '../build/rule.ts';
import { ack, desired, limits } from './guarded.ts';

type Given = { readonly contact?: 'first' | 'known'; readonly night?: string; readonly acked?: number };

const judge = (before: string, after: string, given: Parameters<typeof settings>[0] = {}, rest: Given = {}) => {
  const { kind, problems } = guard({
    rule: ruleOf({ settings: settings(given) }),
    actual: actualOf(before),
    contact: rest.contact ?? 'known',
    desired: desired(after),
    night: rest.night ?? '2026-11-22',
    past: { ...noPast, ackedSoFar: rest.acked ?? 0 },
  });
  return [kind, ...problems.map(({ code }) => code)].join(' ');
};

test.each([
  ['passes what only adds', 'abc', 'abcdef', {}, {}, 'pass'],
  ['passes a removal inside the limit of 40 %', 'abcde', 'abc', {}, {}, 'pass'],
  ['holds one beyond it', 'abcde', 'ab', {}, {}, 'hold plan/too-many-removals'],
  ['passes it when it is acknowledged, through the last night', 'abcde', 'ab', { ack }, {}, 'pass'],
  ['holds it the night after', 'abcde', 'ab', { ack }, { night: '2026-11-23' }, 'hold plan/too-many-removals'],
  [
    'counts down what earlier nights used of the ack',
    'abcde',
    'ab',
    { ack },
    { acked: 3 },
    'hold plan/too-many-removals',
  ],
  [
    'holds by count where the share would pass',
    'abcde',
    'abcd',
    { guard: { ...limits, maxRemoved: { share: 1, count: 0 } } },
    {},
    'hold plan/too-many-removals',
  ],
  [
    'holds by share where the count would pass',
    'abcde',
    'abc',
    { guard: { ...limits, maxRemoved: { share: 0.3, count: 9 } } },
    {},
    'hold plan/too-many-removals',
  ],
  ['never empties, acknowledged or not', 'abc', '', { ack }, {}, 'hold plan/would-empty'],
  [
    'never removes from a protected playlist, acknowledged or not',
    'abcde',
    'abcd',
    { protected: true, ack },
    {},
    'hold plan/protected',
  ],
  [
    'keeps the least number of tracks',
    'abcde',
    'abcd',
    { guard: { ...limits, minTracks: 5 } },
    {},
    'hold plan/too-few-tracks',
  ],
  ['holds every removal at first contact', 'abcde', 'abcd', {}, { contact: 'first' }, 'hold plan/first-contact'],
  ['passes first contact once it is acknowledged', 'abcde', 'abcd', { ack }, { contact: 'first' }, 'pass'],
  [
    'stops a plan that adds more than it may',
    'a',
    'abcd',
    { guard: { ...limits, maxAdded: 2 } },
    {},
    'stop plan/too-many-additions',
  ],
  ['lets an empty playlist be filled', '', 'abcd', { guard: { ...limits, maxAdded: 2 } }, {}, 'pass'],
  [
    'stops a plan beyond the most tracks',
    'ab',
    'abcd',
    { guard: { ...limits, maxTracks: 3 } },
    {},
    'stop plan/too-many-tracks',
  ],
  [
    'counts copies one by one',
    'aabc',
    'abc',
    { guard: { ...limits, maxRemoved: { share: 0, count: 0 } } },
    {},
    'hold plan/too-many-removals',
  ],
] as const)('%s', (_, before, after, given, rest, said) => {
  expect(judge(before, after, given, rest)).toBe(said);
});

test('no plan that empties passes, whatever is declared', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 450, size: 'max' });
  const declared = fc.record({
    ack: fc.option(fc.record({ removals: fc.nat(1_000), until: fc.constant('2099-01-01'), at: fc.constant(at) })),
    guard: fc.record({
      ...Object.fromEntries(Object.entries(limits).map(([key, value]) => [key, fc.constant(value)])),
      maxRemoved: fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), count: fc.nat(1_000) }),
      minTracks: fc.nat(10),
    }) as fc.Arbitrary<typeof limits>,
  });
  fc.assert(fc.property(letters, declared, (before, given) => judge(before, '', given).startsWith('hold')));
});

test('a rule that takes an empty source for a failed one is left alone', () => {
  const given = { guard: { ...limits, emptySource: 'fail' as const } };
  const { kind, problems } = guard({
    rule: ruleOf({ settings: settings(given) }),
    actual: actualOf('abc'),
    contact: 'known',
    desired: { ...desired('abc'), empty: ['liked'] },
    night: '2026-11-22',
    past: noPast,
  });
  expect([kind, ...problems.map(({ code }) => code)]).toEqual(['stop', 'plan/empty-source']);
});
