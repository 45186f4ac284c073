import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Pin } from '../../../src/domain/rule.ts';
import type { Schedule } from '../../../src/domain/settings.ts';
import { isDue, nightsToServe, pinsTurn, startOfNightMs } from '../../../src/words/settings/schedule/due.ts';

const { PlainDate } = Temporal;

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

  test('a change of its source, once that is read', () => {
    const changes: Schedule = { kind: 'on-change', source: 'new' };
    const said = (changed: ReadonlySet<string> | 'unread') => isDue([changes], '2026-11-24', '2026-11-25', changed);
    expect([said(new Set(['new'])), said(new Set(['core'])), said('unread')]).toEqual([true, false, true]);
    expect(isDue([changes], '2026-11-25', '2026-11-25', new Set(['new']))).toBe(false);
  });
});

describe('isDue(), whenever runs happen', () => {
  const night = fc.integer({ min: 0, max: 5000 }).map((days) => PlainDate.from('2024-01-01').add({ days }).toString());
  const days = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
  const ofMonth = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last'));
  const yearDay = night.map((date) => date.slice(5));
  const between = fc.option(fc.tuple(yearDay, yearDay), { freq: 3 });
  const calendar: fc.Arbitrary<Schedule> = fc.oneof(
    fc.record({ kind: fc.constant('every'), every: fc.constant('day'), on: fc.constant([]), between }),
    fc.record({
      kind: fc.constant('every'),
      every: fc.constant('week'),
      on: fc.array(days, { maxLength: 3 }),
      between,
    }),
    fc.record({
      kind: fc.constant('every'),
      every: fc.constant('month'),
      on: fc.array(ofMonth, { maxLength: 3 }),
      between,
    }),
  );
  const counted = fc.record({ kind: fc.constant('every-days'), days: fc.integer({ min: 1, max: 40 }), between });
  const others = fc.constantFrom<Schedule>({ kind: 'never' }, { kind: 'on-change', source: 'new' });
  const schedules = fc.array(fc.oneof(calendar, counted as fc.Arbitrary<Schedule>, others), {
    minLength: 1,
    maxLength: 3,
  });
  const ordered = fc.tuple(night, night, night).map((nights) => [...nights].sort() as [string, string, string]);

  test('what is due stays due until there was a success', () => {
    fc.assert(
      fc.property(schedules, ordered, (any, [last, due, later]) => !isDue(any, last, due) || isDue(any, last, later)),
    );
  });

  test('nothing fires twice in a night', () => {
    fc.assert(fc.property(schedules, ordered, (any, [, served, later]) => !isDue(any, later, served)));
    fc.assert(fc.property(schedules, night, (any, served) => !isDue(any, served, served)));
  });

  test('a run in between neither adds a night nor takes one', () => {
    fc.assert(
      fc.property(fc.array(calendar, { minLength: 1, maxLength: 3 }), ordered, (any, [from, middle, to]) => {
        return isDue(any, from, to) === (isDue(any, from, middle) || isDue(any, middle, to));
      }),
    );
  });

  test('a success every so many days is never closer than that, nor later than the first run after', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), gaps, (least, runs) => {
        let [served, tonight] = [PlainDate.from('2026-01-01'), PlainDate.from('2026-01-01')];
        return runs.every((gap) => {
          tonight = tonight.add({ days: gap });
          const waited = served.until(tonight).total('days');
          const due = isDue(
            [{ kind: 'every-days', days: least, between: null }],
            served.toString(),
            tonight.toString(),
          );
          if (due) served = tonight;
          return due === waited >= least;
        });
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
