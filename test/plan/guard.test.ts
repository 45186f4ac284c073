import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desired } from '../../src/domain/desired.ts';
import { guard } from '../../src/plan/guard.ts';
import { noPast } from '../../src/plan/past.ts';
import { actualOf, at, keys, ruleOf, settings } from '../build/rule.ts';

const desired = (letters: string): Desired => ({
  rows: keys(letters).map((key) => ({ key, why: [] })),
  dropped: [],
  gaps: [],
  empty: [],
  unknown: 0,
  gaveWay: [],
});

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

const limits = settings().guard;
const ack = { removals: 5, until: '2026-11-22', at };

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

const past = { ackedSoFar: 0, learned: { share: 0.1, count: 5 }, last28: { removed: 9, meanCount: 5 } };
const judged = (before: string, after: string, given: Parameters<typeof settings>[0], of = past) => {
  const { kind, problems, charged } = guard({
    rule: ruleOf({ settings: settings(given) }),
    actual: actualOf(before),
    contact: 'known',
    desired: desired(after),
    night: '2026-11-22',
    past: of,
  });
  return [kind, ...problems.map(({ code }) => code), charged].join(' ');
};

test.each<[string, string, string, Parameters<typeof settings>[0], typeof past, string]>([
  [
    'holds what its own past calls unusual',
    'abcdefghij',
    'abcdefgh',
    {},
    { ...past, last28: { removed: 0, meanCount: 10 } },
    'hold plan/too-many-removals 0',
  ],
  ['passes one row of a few, whatever share was learned', 'abc', 'ab', {}, past, 'pass 0'],
  [
    'holds what is too much over four weeks',
    'abcdefghij',
    'abcdefghi',
    { guard: { ...limits, maxRemoved: { share: 1, count: 99 } } },
    { ...past, last28: { removed: 10, meanCount: 5 } },
    'hold plan/too-many-removals-28-nights 0',
  ],
  [
    'passes the last that four weeks allow',
    'abcdefghij',
    'abcdefghi',
    { guard: { ...limits, maxRemoved: { share: 1, count: 99 } } },
    past,
    'pass 0',
  ],
  ['charges to the ack what only that lets pass', 'abcdefghij', 'abcdef', { ack }, past, 'pass 4'],
])('%s', (_, before, after, given, of, said) => {
  expect(judged(before, after, given, of)).toBe(said);
});

test('charges an ack for all removals of a night that would be held without it, and else for none', () => {
  const letters = 'abcdefghij';
  const some = fc.subarray([...letters], { minLength: 1 }).map((left) => left.join(''));
  const four = fc.record({ removed: fc.nat(12), meanCount: fc.nat(8) });
  fc.assert(
    fc.property(
      some,
      fc.nat(10),
      fc.nat(10),
      four,
      fc.constantFrom('first', 'known'),
      (after, most, used, last28, contact) => {
        const judgedWith = (given: Parameters<typeof settings>[0]) =>
          guard({
            rule: ruleOf({ settings: settings(given) }),
            actual: actualOf(letters),
            contact,
            desired: desired(after),
            night: ack.until,
            past: { ackedSoFar: used, learned: { share: 0.2, count: 2 }, last28 },
          });
        const [without, withAck] = [judgedWith({}), judgedWith({ ack: { ...ack, removals: most } })];
        if (withAck.kind === 'hold') return without.kind === 'hold' && withAck.charged === 0;
        const removing = letters.length - after.length;
        if (withAck.charged > 0 && removing > most - used) return false;
        return withAck.charged === (without.kind === 'hold' ? removing : 0);
      },
    ),
  );
});
