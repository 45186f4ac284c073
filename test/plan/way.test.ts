import { describe, expect, test } from 'vitest';
import { isIrreplaceable, keysOf, type RowKey } from '../../src/domain/playlist.ts';
import type { WriteSetting } from '../../src/domain/settings.ts';
import { wayBetween } from '../../src/plan/way.ts';
import { rowsOf } from '../build/rule.ts';

const keysIn = (letters: string): readonly RowKey[] => keysOf(rowsOf(letters));

const way = (before: string, after: readonly RowKey[], setting: Partial<WriteSetting> = {}, mostRequests = 500) =>
  wayBetween({
    before: keysIn(before),
    after,
    setting: { maxRequests: 15, beyond: 'rebuild', ...setting },
    isIrreplaceable,
    mostRequests,
  });

const reversed = (letters: string) => [...keysIn(letters)].reverse();
const many = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('a list becomes another', () => {
  test.each([
    ['with all dates while that fits the cap', 'abc', reversed('abc'), {}, 500, 'keep'],
    ['by a rebuild beyond it', many, reversed(many), {}, 500, 'rebuild'],
    ['loosely beyond it when the rule says so', many, reversed(many), { beyond: 'loose' as const }, 500, 'loose'],
    ['with all dates when the cap is high', many, reversed(many), { maxRequests: 100 }, 500, 'keep'],
    ['beyond the cap when it holds what could not be added again', `*${many}`, reversed(`*${many}`), {}, 500, 'keep'],
    ['loosely when a run could not end that', `*${many}`, reversed(`*${many}`), {}, 40, 'loose'],
    ['with dates when it was empty', '', keysIn(many), { maxRequests: 1 }, 500, 'keep'],
    ['with dates when a rebuild takes as many requests', many, keysIn(many.slice(1)), { maxRequests: 1 }, 500, 'keep'],
  ])('%s', (_, before, after, setting, mostRequests, wanted) => {
    expect(way(before, after, setting, mostRequests).way).toBe(wanted);
  });

  test('a rebuild says how many dates it loses and which cap would keep them', () => {
    const { datesLost, capForDates, writes } = way(many, reversed(many));
    expect({ datesLost, capForDates, writes: writes.length }).toEqual({ datesLost: 52, capForDates: 27, writes: 1 });
  });
});
