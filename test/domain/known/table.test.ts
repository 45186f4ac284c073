import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Table } from '../../../src/domain/known/table.ts';

// Few ids, so that they meet again; one that is another's beginning, one beyond ASCII, one longer than what is taken at a time.
const ids = fc.constantFrom('a', 'ab', 'b', '', 'ä', '\n', '\u{1F3B5}', 'long'.repeat(100_000));
const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.constant('text'.repeat(100_000)));
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('put' as const), of: fc.nat(2), id: ids, text: texts }),
    fc.record({ kind: fc.constant('delete' as const), of: fc.nat(2), id: ids }),
    fc.record({ kind: fc.constant('copy' as const), of: fc.nat(2) }),
  ),
  { maxLength: 30 },
);

type Both = { readonly table: Table; readonly map: Map<string, string> };

const holds = ({ table, map }: Both): void => {
  expect(table.size).toBe(map.size);
  expect([...table.ids()].sort()).toEqual([...map.keys()].sort());
  for (const [id, text] of map) expect(table.get(id)).toBe(text);
};

describe('law: a table', () => {
  test('is a map of texts, and its copies go their own ways', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const made: Both[] = [{ table: new Table(), map: new Map() }];
        for (const step of all) {
          const { table, map } = made[step.of % made.length] as Both;
          if (step.kind === 'copy') made.push({ table: table.copy(), map: new Map(map) });
          else if (step.kind === 'delete') {
            table.delete(step.id);
            map.delete(step.id);
          } else {
            table.put(step.id, step.text);
            map.set(step.id, step.text.toWellFormed());
          }
        }
        for (const one of made) holds(one);
      }),
      { numRuns: 200 },
    );
  });

  test('says of nothing that two share it unless it is the same in both', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, texts), { maxLength: 8 }), fc.array(fc.tuple(ids, texts)), (first, then) => {
        const table = new Table();
        for (const [id, text] of first) table.put(id, text);
        const copy = table.copy();
        for (const [index, [id, text]] of then.entries()) (index % 2 === 0 ? table : copy).put(id, text);
        for (const id of table.ids()) if (table.shares(id, copy)) expect(copy.get(id)).toBe(table.get(id));
        const touched = new Set(then.map(([id]) => id));
        for (const [id] of first) if (!touched.has(id)) expect(copy.shares(id, table)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test('what is put again as it was is still shared', () => {
  const table = new Table();
  table.put('a', 'one');
  const copy = table.copy();
  copy.put('a', 'one');
  expect(copy.shares('a', table)).toBe(true);
  copy.put('a', 'two');
  expect([copy.shares('a', table), copy.get('a'), table.get('a')]).toEqual([false, 'two', 'one']);
  table.delete('a');
  table.put('a', 'one');
  expect([table.size, table.get('a')]).toEqual([1, 'one']);
});

test('a hundred thousand ids are found again, by number too', () => {
  const table = new Table();
  const id = (nth: number): string => `spotify:track:${nth.toString(36).padStart(22, '0')}`;
  for (let nth = 0; nth < 100_000; nth++) expect(table.put(id(nth), `${nth}`)).toBe(nth);
  for (let nth = 0; nth < 100_000; nth += 97) {
    expect(table.get(id(nth))).toBe(`${nth}`);
    expect(table.idAt(nth)).toBe(id(nth));
    expect(table.numberOf(id(nth))).toBe(nth);
  }
  expect(table.get(id(100_000))).toBeUndefined();
});
