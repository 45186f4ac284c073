import { describe, expect, test } from 'vitest';
import { keys } from '../../../src/words/index.ts';
import { read } from '../build.ts';

const at = { file: 'playlists/night.yaml', line: 1, column: 1 };
const { name, description, guard, schedule, write, ack, hand_edits: handEdits, unknown, public: isPublic } = keys;

describe('guard', () => {
  test('is learned, careful about nights and sources, and never empty when it is left out', () => {
    expect(guard.absent(at)).toEqual({
      maxRemoved: 'learned',
      maxRemoved28Nights: 2,
      maxAdded: null,
      minTracks: 1,
      maxTracks: 10_000,
      emptySource: 'keep_last_good',
      confirmNights: 1,
      at,
    });
  });

  test('reads a share and a number', () => {
    const { value } = read(guard, { max_removed: ['12.5%', 40], max_removed_28_nights: '150%', empty_source: 'fail' });
    expect(value).toMatchObject({
      maxRemoved: { share: 0.125, count: 40 },
      maxRemoved28Nights: 1.5,
      emptySource: 'fail',
      minTracks: 1,
    });
  });

  test('keeps learning while something else is written', () => {
    expect(read(guard, { min_tracks: 5 }).value).toMatchObject({ ...guard.absent(at), minTracks: 5, at: { file: '' } });
  });

  test.each([
    ['a number before its share', { max_removed: [40, '25%'] }, ['rules/wrong-value at max_removed']],
    ['two shares', { max_removed: ['25%', '40%'] }, ['rules/wrong-value at max_removed']],
    ['a share without its sign', { max_removed: ['25', 40] }, ['rules/wrong-value at max_removed.0']],
    [
      'two mistakes',
      { max_removed: ['x', 4], max_removed_28_nights: 'y' },
      ['rules/wrong-value at max_removed.0', 'rules/wrong-value at max_removed_28_nights'],
    ],
    ['a least above the most', { min_tracks: 9, max_tracks: 8 }, ['rules/conflict at max_tracks']],
    ['an unknown key', { min_track: 9 }, ['against the schema']],
    ['nothing', {}, ['against the schema']],
    ['more than a playlist holds', { max_tracks: 10_001 }, ['against the schema']],
  ])('refuses %s', (_, written, problems) => {
    expect(read(guard, written)).toEqual({ value: undefined, problems });
  });
});

describe('schedule', () => {
  const every = (kind: string, on: readonly (string | number)[] = []) => ({
    kind: 'every',
    every: kind,
    on,
    between: null,
  });

  test.each([
    ['every day', { every: 'day' }, [every('day')]],
    ['every week', { every: 'week' }, [every('week')]],
    ['a weekday', { every: 'week', on: 'fri' }, [every('week', ['fri'])]],
    ['weekdays in full, in capitals', { every: 'week', on: ['Tuesday', 'FRI'] }, [every('week', ['tue', 'fri'])]],
    ['a day of the month', { every: 'month', on: 1 }, [every('month', [1])]],
    ['the last day of the month', { every: 'month', on: [15, 'last'] }, [every('month', [15, 'last'])]],
    ['every few days', { every: '3d' }, [{ kind: 'every-days', days: 3, between: null }]],
    ['every two weeks', { every: '2w' }, [{ kind: 'every-days', days: 14, between: null }]],
    [
      'a season over new year',
      { every: 'day', between: ['12-01', '01-06'] },
      [{ ...every('day'), between: ['12-01', '01-06'] }],
    ],
    ['the leap day', { every: 'day', between: ['02-29', '03-01'] }, [{ ...every('day'), between: ['02-29', '03-01'] }]],
    ['never', 'never', [{ kind: 'never' }]],
    ['a change of a source', { on_change: 'new' }, [{ kind: 'on-change', source: 'new' }]],
    [
      'any of several',
      [
        { every: 'week', on: 'fri' },
        { every: 'month', on: 1 },
      ],
      [every('week', ['fri']), every('month', [1])],
    ],
  ])('reads %s', (_, written, value) => {
    expect(read(schedule, written)).toEqual({ value, problems: [] });
  });

  test.each([
    ['a word that is no span', { every: 'weekly' }, ['rules/wrong-value at every']],
    ['a span of hours', { every: '2h' }, ['rules/wrong-value at every']],
    ['no days at all', { every: '0d' }, ['rules/wrong-value at every']],
    ['a day of every day', { every: 'day', on: 'fri' }, ['rules/conflict at on']],
    ['a day of every few days', { every: '3d', on: 'fri' }, ['rules/conflict at on']],
    [
      'a day of the month in a week',
      { every: 'week', on: ['fri', 5, 'last'] },
      ['rules/wrong-value at on.1', 'rules/wrong-value at on.2'],
    ],
    ['a weekday in a month', { every: 'month', on: 'fri' }, ['rules/wrong-value at on']],
    ['a word that begins like a weekday', { every: 'week', on: 'monkey' }, ['rules/wrong-value at on']],
    [
      'days that do not exist',
      { every: 'day', between: ['13-01', '02-30'] },
      ['rules/wrong-value at between.0', 'rules/wrong-value at between.1'],
    ],
    [
      'every mistake of a list',
      [{ every: 'x' }, { every: 'day' }, { every: 'y' }],
      ['rules/wrong-value at 0.every', 'rules/wrong-value at 2.every'],
    ],
  ])('refuses %s', (_, written, problems) => {
    expect(read(schedule, written)).toEqual({ value: undefined, problems });
  });

  test('is every day when it is left out', () => {
    expect(schedule.absent(at)).toEqual([every('day')]);
  });
});

test.each([
  ['name', name, '  Night Drive ', 'Night Drive'],
  ['description, as one line', description, 'City pop\n  and synthwave\n', 'City pop and synthwave'],
  [
    'description with what is filled in',
    description,
    '{count} tracks by {top_artists}',
    '{count} tracks by {top_artists}',
  ],
  ['description that is to be empty', description, '', ''],
  ['description, left alone', description, null, null],
  ['write', write, { max_requests: 40 }, { maxRequests: 40, beyond: 'rebuild' }],
  ['write, the other half', write, { beyond: 'loose' }, { maxRequests: 15, beyond: 'loose' }],
  ['hand_edits', handEdits, 'revert', 'revert'],
  ['unknown', unknown, 'fail', 'fail'],
  ['public', isPublic, true, true],
] as const)('reads %s', (_, word, written, value) => {
  expect(read<unknown>(word, written)).toEqual({ value, problems: [] });
});

test('reads an acknowledgement, and refuses a night that does not exist', () => {
  expect(read(ack, { removals: 41, until: '2026-11-29' }).value).toMatchObject({ removals: 41, until: '2026-11-29' });
  expect(read(ack, { removals: 41, until: '2026-02-30' }).problems).toEqual(['rules/wrong-value at until']);
  expect(read(ack, { removals: 0, until: '2026-11-29' }).problems).toEqual(['against the schema']);
});

test('refuses a name that would change from night to night, and words that nothing fills in', () => {
  expect(read(name, 'Night {count}').problems).toEqual(['rules/wrong-value at']);
  expect(read(description, '{cuont} and {artist}').problems).toEqual(['rules/wrong-value at', 'rules/wrong-value at']);
});

test('is safest where nothing is said', () => {
  const absent = Object.fromEntries(Object.entries(keys).map(([key, word]) => [key, word.absent(at)]));
  expect(absent).toMatchObject({
    description: null,
    public: false,
    unknown: 'keep',
    hand_edits: 'ask',
    ack: null,
    write: { maxRequests: 15, beyond: 'rebuild' },
    protected: false,
    suspend: false,
    dedupe: { args: { by: 'recording' } },
  });
});
