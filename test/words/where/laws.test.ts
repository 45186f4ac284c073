import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Condition } from '../../../src/domain/rule.ts';
import { daysOf } from '../../../src/words/values/days.ts';
import { allOf, anyOf, not, type Tri } from '../../../src/words/values/kleene.ts';
import { fields } from '../../../src/words/where/index.ts';
import { judge } from '../../../src/words/where.ts';
import type { FieldWord } from '../../../src/words/word.ts';
import { album, askingIn, candidate, read, track } from '../build.ts';

const tri = fc.constantFrom<Tri>(true, false, null);
const tris = fc.array(tri, { maxLength: 8 });

/** All ways to replace what is not known by yes or no. */
const worlds = (these: readonly Tri[]): readonly (readonly boolean[])[] =>
  these.reduce<readonly (readonly boolean[])[]>(
    (sofar, one) => sofar.flatMap((world) => (one === null ? [true, false] : [one]).map((value) => [...world, value])),
    [[]],
  );

const agreed = (verdicts: readonly boolean[]): Tri =>
  verdicts.every((one) => one) ? true : verdicts.some((one) => one) ? null : false;

test('allOf and anyOf say what every possible world agrees on', () => {
  fc.assert(
    fc.property(tris, (these) => {
      expect(allOf(these)).toBe(agreed(worlds(these).map((world) => world.every((one) => one))));
      const some = worlds(these).map((world) => world.some((one) => one));
      expect(anyOf(these)).toBe(agreed(some));
    }),
  );
});

test('not swaps all and any', () => {
  fc.assert(
    fc.property(tris, (these) => {
      expect(not(allOf(these))).toBe(anyOf(these.map(not)));
    }),
  );
});

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const nearNight = fc.integer({ min: -400, max: 60 }).map((days) => {
  return Temporal.PlainDate.from('2026-11-22').add({ days }).toString();
});
const partial = fc
  .tuple(fc.oneof(day, nearNight), fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length));
const span = fc.constantFrom('1d', '14d', '4w', '6mo', '2y');
const written = fc.oneof(
  fc.record({ before: partial }),
  fc.record({ after: partial }),
  fc.record({ is: partial }),
  fc.record({ is_not: partial }),
  fc.record({ in_the_last: span }),
  fc.record({ not_in_the_last: span }),
  fc.record({ this: fc.constantFrom('week', 'month', 'year') }),
  fc.tuple(day, day).map(([one, other]) => ({ between: one < other ? [one, other] : [other, one] })),
);

const allDays = (date: string): readonly string[] => {
  const { first, last } = daysOf(date) ?? { first: null, last: null };
  const [from, until] = [Temporal.PlainDate.from(first ?? ''), Temporal.PlainDate.from(last ?? '')];
  const count = from.until(until).days + 1;
  return Array.from({ length: count }, (_, index) => from.add({ days: index }).toString());
};

test('a partial date is judged as all its days agree, and not known where they do not', () => {
  const field: FieldWord = fields.released;
  fc.assert(
    fc.property(partial, written, (date, test) => {
      const { value } = read(field, test);
      const holds = (text: string) =>
        field.test(value, candidate(track('a'), { album: album('x', text) }), askingIn()).holds;
      const verdicts = allDays(date).map(holds);
      expect(verdicts).not.toContain(null);
      expect(holds(date)).toBe(agreed(verdicts.map((one) => one === true)));
    }),
    { numRuns: 300 },
  );
});

const at = { file: 'rule.yaml', line: 1, column: 1 };
/** A test of the title: `a` holds, `b` does not, nothing is known of an artist. */
const leaf = fc.constantFrom<readonly [string, Tri]>(['title', true], ['title', false], ['added', null]);
type Tree = { readonly condition: Condition; readonly means: Tri };
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf.map(([word, means]): Tree => {
      const operand = word === 'added' ? { first: '2020-01-01', last: null } : { text: means === true ? 'a' : 'b' };
      return { means, condition: { kind: 'test', word, args: [{ operator: 'is', operand }], at } };
    }),
    tie('tree').map(
      ({ condition, means }): Tree => ({ means: not(means), condition: { kind: 'not', of: condition, at } }),
    ),
    fc.array(tie('tree'), { maxLength: 4 }).map(
      (of): Tree => ({
        means: allOf(of.map(({ means }) => means)),
        condition: { kind: 'all', of: of.map(({ condition }) => condition), at },
      }),
    ),
    fc.array(tie('tree'), { maxLength: 4 }).map(
      (of): Tree => ({
        means: anyOf(of.map(({ means }) => means)),
        condition: { kind: 'any', of: of.map(({ condition }) => condition), at },
      }),
    ),
  ),
}));

test('a condition of any shape is judged as Kleene would', () => {
  fc.assert(
    fc.property(tree, ({ condition, means }) => {
      expect(judge(condition, candidate(track('a')), askingIn()).holds).toBe(means);
    }),
  );
});
