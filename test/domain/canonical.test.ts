import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical.ts';

/** By copies with sorted keys, as the first ledgers were written: their chains stand on these bytes. */
const byCopies = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

const keys = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom(
    '0',
    '1',
    '10',
    '9',
    '01',
    '-1',
    '1.5',
    '4294967294',
    '4294967295',
    '99999999999',
    '__proto__',
    'ä',
    'z',
  ),
);
const leaves = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.constantFrom(null, true, undefined, new Date(0), new Map([['a', 1]])),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    leaves,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 6 }).map((all) => Object.fromEntries(all)),
  ),
}));

test('law: the bytes are those of sorted copies', () => {
  fc.assert(
    fc.property(value, (one) => void expect(canonicalJson(one)).toBe(byCopies(one))),
    { numRuns: 2000, examples: [[{ b: 1, 2: 0, a: undefined, 10: [undefined, { z: 0, y: new Date(0) }] }]] },
  );
});
