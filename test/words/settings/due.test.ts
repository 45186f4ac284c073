import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Pin } from '../../../src/domain/rule.ts';
import type { Schedule } from '../../../src/domain/settings.ts';
import { isDue, nightsToServe, pinsTurn, startOfNightMs } from '../../../src/words/settings/schedule/due.ts';

const every = (span: 'day' | 'week' | 'month', on: readonly (string | number)[] = []): Schedule => ({
  kind: 'every',
  every: span,
  on,
  between: null,
});

describe('isDue()', () => {
  // 2026-11-27 is a Friday.
  test.each<[string, Schedule, string | null, string, boolean]>([
    ['a first time', every('week', ['fri']), null, '2026-11-25', true],
    ['never, a first time too', { kind: 'never' }, null, '2026-11-25', false],
    ['a day later', every('day'), '2026-11-24', '2026-11-25', true],
    ['the same night again', every('day'), '2026-11-25', '2026-11-25', false],
    ['a clock that went back', every('day'), '2026-11-26', '2026-11-25', false],
    ['the weekday', every('week', ['fri']), '2026-11-20', '2026-11-27', true],
    ['the day before it', every('week', ['fri']), '2026-11-20', '2026-11-26', false],
    ['a weekday that a late run missed', every('week', ['fri']), '2026-11-26', '2026-11-30', true],
    ['a week without a day: Mondays', every('week'), '2026-11-27', '2026-11-30', true],
    ['the 31st of a month with 30 days', every('month', [31]), '2026-11-29', '2026-11-30', true],
    ['the last of a leap February', every('month', ['last']), '2028-02-28', '2028-02-29', true],
    ['the 28th is not the last of it', every('month', ['last']), '2028-02-27', '2028-02-28', false],
    ['three days, after two', { kind: 'every-days', days: 3, between: null }, '2026-11-20', '2026-11-22', false],
    ['three days, after three', { kind: 'every-days', days: 3, between: null }, '2026-11-20', '2026-11-23', true],
    [
      'a window across the new year',
      { ...every('day'), between: ['12-20', '01-06'] } as Schedule,
      '2026-12-31',
      '2027-01-01',
      true,
    ],
    ['outside of it', { ...every('day'), between: ['12-20', '01-06'] } as Schedule, '2027-01-06', '2027-03-01', false],
  ])('%s', (_, schedule, after, until, due) => {
    expect(isDue([schedule], after, until)).toBe(due);
  });

  test('any of several', () => {
    expect(isDue([{ kind: 'never' }, every('week', ['fri'])], '2026-11-26', '2026-11-27')).toBe(true);
  });

  const nights = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
  const schedules = fc.constantFrom(every('day'), every('week', ['tue', 'fri']), every('month', [1, 15, 'last']));

  test('a run whenever: nothing is lost, nothing fires twice', () => {
    fc.assert(
      fc.property(schedules, nights, (schedule, gaps) => {
        let [served, tonight] = ['2026-01-01', Temporal.PlainDate.from('2026-01-01')];
        for (const gap of gaps) {
          // What every night in between would have said, one by one.
          let wanted = false;
          for (let day = 0; day < gap; day++) {
            const before = tonight.toString();
            tonight = tonight.add({ days: 1 });
            wanted ||= isDue([schedule], before, tonight.toString());
          }
          const due = isDue([schedule], served, tonight.toString());
          if (!due && wanted) return false;
          if (due) served = tonight.toString();
          if (isDue([schedule], due ? served : tonight.toString(), tonight.toString())) return false;
        }
        return true;
      }),
    );
  });
});

test('pinsTurn() finds the first night of a pin and the first without it', () => {
  const pin = { from: '2026-11-27', until: '2026-12-04' } as Pin;
  expect(pinsTurn([pin], '2026-11-26', '2026-11-27')).toBe(true);
  expect(pinsTurn([pin], '2026-11-27', '2026-12-04')).toBe(false);
  expect(pinsTurn([pin], '2026-12-04', '2026-12-05')).toBe(true);
  expect(pinsTurn([pin], null, '2026-12-05')).toBe(false);
});

test('nightsToServe() names every night that was missed', () => {
  expect(nightsToServe('2026-11-20', '2026-11-23')).toEqual(['2026-11-21', '2026-11-22', '2026-11-23']);
  expect(nightsToServe('2026-11-23', '2026-11-23')).toEqual([]);
  expect(nightsToServe(null, '2026-11-23')).toEqual(['2026-11-23']);
});

test('startOfNightMs() knows days of 23 and 25 hours', () => {
  const hours = (one: string, other: string) =>
    (startOfNightMs(other, 'Europe/Stockholm') - startOfNightMs(one, 'Europe/Stockholm')) / 3_600_000;
  expect([hours('2026-03-29', '2026-03-30'), hours('2026-10-25', '2026-10-26')]).toEqual([23, 25]);
});
