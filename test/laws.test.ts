import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft, type Given } from '../src/app/planning/draft.ts';
import { planNight } from '../src/app/planning/plan.ts';
import { canonicalJson } from '../src/domain/canonical.ts';
import { noFacts } from '../src/domain/facts.ts';
import type { PlannedWrite } from '../src/domain/plan.ts';
import { isIrreplaceable, keysOf, type Row, type RowKey } from '../src/domain/playlist.ts';
import type { Rule } from '../src/domain/rule.ts';
import { applyWrite, type ItemWrite } from '../src/domain/write.ts';
import { letters, nightOf, playlistOf } from './build/night.ts';
import { literal, rowsOf, ruleOf, settings, uriOf } from './build/rule.ts';

const list = fc.string({ unit: fc.constantFrom(...letters), maxLength: 450, size: 'max' });
/** With local files and gone rows among the tracks. */
const standing = fc.string({ unit: fc.constantFrom(...letters, '*', '?'), maxLength: 450, size: 'max' });
const beyond = fc.constantFrom('rebuild' as const, 'loose' as const);
const cap = fc.integer({ min: 1, max: 200 });

const open = { share: 1, count: 10_000 };
const ruleFor = (wanted: string, given: Parameters<typeof settings>[0] = {}): Rule =>
  ruleOf({ from: [literal([...wanted].map(uriOf))], settings: settings(given) });
const unguarded = { ...settings().guard, maxRemoved: open, minTracks: 0 };

const planOf = (given: Given) => {
  const [plan] = planNight(given).plan.playlists;
  if (plan === undefined) throw new Error('no plan');
  return plan;
};
const itemWrites = (writes: readonly PlannedWrite[]): readonly ItemWrite[] =>
  writes.filter((write) => write.kind !== 'details');

/** The rows as a reader sees them after the writes: gone rows are numbered from the top again. */
function rowsAfter(before: readonly Row[], writes: readonly ItemWrite[]): readonly Row[] {
  const byKey = new Map(keysOf(before).map((key, index) => [key, before[index] as Row]));
  const added: Row = { kind: 'gone', addedAt: null, addedBy: null };
  return writes
    .reduce(applyWrite, keysOf(before))
    .map((key: RowKey) => byKey.get(key) ?? ({ ...added, kind: 'item', uri: key as string } as Row));
}

describe('laws', () => {
  test('convergence and idempotence: what is applied is what was planned, and then nothing is left to do', () => {
    fc.assert(
      fc.property(standing, list, cap, (before, wanted, maxRequests) => {
        const rule = ruleFor(wanted, { guard: unguarded, write: { maxRequests, beyond: 'rebuild' } });
        const rows = rowsOf(before);
        const plan = planOf(nightOf([[rule, rows]]));
        expect(plan.state).not.toBe('partial');
        const after = rowsAfter(rows, itemWrites(plan.writes));
        expect(after).toHaveLength(plan.after.count);
        if (plan.way === 'loose') return;
        expect(planOf(nightOf([[rule, after]])).writes).toEqual([]);
      }),
    );
  });

  test('loose plans get there over the nights', () => {
    fc.assert(
      fc.property(standing, list, (before, wanted) => {
        const rule = ruleFor(wanted, { guard: unguarded, write: { maxRequests: 15, beyond: 'loose' } });
        let rows = rowsOf(before);
        for (let night = 0; night < 60; night++) {
          const { writes } = planOf(nightOf([[rule, rows]]));
          if (writes.length === 0) return;
          rows = rowsAfter(rows, itemWrites(writes));
        }
        throw new Error('still not there after 60 nights');
      }),
      { numRuns: 40 },
    );
  });

  test('safety: no plan empties a playlist or passes a limit, whatever is declared', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(standing, list, cap, beyond, share, fc.nat(100), (before, wanted, maxRequests, way, most, count) => {
        const guard = { ...settings().guard, maxRemoved: { share: most, count } };
        const rows = rowsOf(before);
        const plan = planOf(nightOf([[ruleFor(wanted, { guard, write: { maxRequests, beyond: way } }), rows]]));
        const removed = plan.changes.filter(({ kind }) => kind === 'remove').length;
        expect(removed).toBeLessThanOrEqual(Math.min(most * rows.length + 1e-6, count));
        if (rows.length > 0) expect(plan.after.count).toBeGreaterThan(0);
      }),
    );
  });

  test('nothing irreplaceable is ever lost', () => {
    fc.assert(
      fc.property(standing, list, cap, beyond, (before, wanted, maxRequests, way) => {
        const rule = ruleFor(wanted, { guard: unguarded, write: { maxRequests, beyond: way } });
        const plan = planOf(nightOf([[rule, rowsOf(before)]]));
        const kept = (keys: readonly RowKey[]) => keys.filter(isIrreplaceable).sort();
        const keys = keysOf(rowsOf(before));
        const writes = itemWrites(plan.writes);
        expect(kept(writes.reduce(applyWrite, keys))).toEqual(kept(keys));
        // What a request takes out nobody can put back in, whatever it names.
        const named = writes.flatMap((write): readonly string[] => (write.kind === 'move' ? [] : write.uris));
        expect(kept(named as RowKey[])).toEqual([]);
      }),
    );
  });

  test('same input, same bytes: twice, and with the facts in another order', () => {
    fc.assert(
      fc.property(standing, list, (before, wanted) => {
        const given = nightOf([[ruleFor(wanted), rowsOf(before)]]);
        const answers = Object.fromEntries(Object.entries(given.facts.answers).reverse());
        const bytes = (one: Given) => canonicalJson(planNight(one).plan);
        expect(bytes({ ...given, facts: { ...given.facts, answers } })).toBe(bytes(given));
      }),
      { numRuns: 30 },
    );
  });

  test('what is lacking is named, and nothing is planned from it', () => {
    const rule = ruleFor('abc');
    const given = nightOf([[rule, rowsOf('abc')]]);
    const { plan } = planNight({ ...given, facts: noFacts });
    expect(plan.lacks.map(({ need }) => need)).toEqual([`studio playlist ${playlistOf(rule)}`]);
    expect(plan.playlists.map(({ state, writes }) => [state, writes])).toEqual([['partial', []]]);
    expect(draft({ ...given, facts: noFacts }).needs).toHaveLength(1);
  });
});
