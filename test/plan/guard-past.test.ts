import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guard } from '../../src/plan/guard.ts';
import { actualOf, ruleOf, settings } from '../build/rule.ts';
import { ack, desired, limits } from './guarded.ts';

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
