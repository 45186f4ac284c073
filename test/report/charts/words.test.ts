import { describe, expect, test } from 'vitest';
import { describeChart } from '../../../src/report/charts/describe.ts';
import { headingOf, headingWithName } from '../../../src/report/charts/heading.ts';
import { nightOf, nights, playlist } from './nights.ts';

const still = (from: number, count: number) =>
  nights(from, count).map((one) => ({ ...one, count: 60, entered: 0, left: 0 }));
const sized = (from: number, sizes: readonly number[]) =>
  nights(from, sizes.length).map((one, index) => ({ ...one, count: sizes[index] ?? 0, entered: 1, left: 1 }));

describe('the title', () => {
  test.each([
    [
      'growth, since the month of the first night',
      sized(245, [...Array(40).fill(50), 64]),
      'Grew by 14 tracks since September',
    ],
    ['growth within a month, since its night', sized(245, [50, 50, 50, 50, 50, 50, 51]), 'Grew by 1 track since 3 Sep'],
    ['loss', sized(245, [...Array(40).fill(1500), 300]), 'Shrank by 1,200 tracks since September'],
    [
      'the same size after changes',
      sized(245, [...Array(20).fill(50), 70, ...Array(20).fill(50)]),
      'As long as in September, 50 tracks',
    ],
    ['nothing in all nights', still(245, 12), 'Nothing changed since 3 Sep'],
    [
      'nothing for 28 nights',
      [...sized(200, [50]), ...sized(201, [60]), ...still(202, 28)],
      'Nothing changed since 21 Jul',
    ],
    [
      'something 27 nights ago',
      [...sized(200, [50]), ...sized(201, [60]), ...still(202, 27)],
      'Grew by 10 tracks since July',
    ],
    ['the first night', sized(245, [40]), 'First night, 40 tracks'],
    ['a few nights', sized(245, [40, 41]), '2 nights so far, 41 tracks'],
    ['its plain name when there is nothing to say', [], 'Night Drive'],
  ])('says %s', (_, list, title) => {
    expect(headingOf(playlist('a', list)).title).toBe(title);
  });

  test('names the playlist where it stands alone', () => {
    expect(headingWithName(playlist('a', sized(245, [40]))).title).toBe('Night Drive: first night, 40 tracks');
    expect(headingWithName(playlist('a', [])).title).toBe('Night Drive');
    expect(headingWithName(playlist('a', [], '\u0007 \u202E')).title).toBe('Playlist without a name');
  });

  test('is the one that was made elsewhere', () => {
    const heading = { title: '5 playlists changed last night', subtitle: 'Tracks' };
    expect(headingOf({ ...playlist('a', still(0, 9)), heading })).toEqual(heading);
  });
});

test.each([
  [
    'where it does not',
    sized(245, Array(9).fill(120)),
    'Tracks per night, 3 Sep to 11 Sep 2026. Axis does not start at zero. Below: in and out per week.',
  ],
  [
    'not where it does',
    sized(245, Array(9).fill(9)),
    'Tracks per night, 3 Sep to 11 Sep 2026. Below: in and out per week.',
  ],
  ['nor where there is no line', sized(245, [9]), 'Tracks, 3 Sep 2026. A line starts after 7 nights.'],
])('the subtitle says that the axis starts at zero %s', (_, list, subtitle) => {
  expect(headingOf(playlist('a', list)).subtitle).toBe(subtitle);
});

test('nights of another year are another chart', () => {
  const list = [
    ...nights(0, 3),
    { ...nights(0, 1)[0], night: '2025-12-31' },
    { ...nights(0, 1)[0], night: '2027-01-01' },
  ];
  expect(headingOf(playlist('a', list as ReturnType<typeof nights>)).title).toBe('3 nights so far, 107 tracks');
});

describe('the description', () => {
  test('tells range, extremes and exceptions', () => {
    const list = sized(245, [50, 48, 70, 60, 60, 60, 60, 60, 64]).map((one) => ({
      ...one,
      byHand: one.night === nightOf(246),
      held: one.night > nightOf(250),
    }));
    const seen = list.filter(({ night }) => night !== nightOf(248) && night !== nightOf(249));
    expect(describeChart(playlist('a', seen))).toBe(
      'Tracks in "Night Drive", 3 Sep to 11 Sep 2026: from 50 to 64, lowest 48 on 4 Sep, highest 70 on 5 Sep. 6 came in, 6 went out. Edited by hand on 4 Sep. Change held back on 3 nights. No reading on 2 nights (6 Sep to 7 Sep).',
    );
  });

  test.each([
    ['one night', sized(245, [40]), 'Tracks in "Night Drive", 3 Sep 2026: 40. The first night.'],
    ['no night', [], 'Tracks in "Night Drive", 2026: no reading.'],
    ['rest', still(245, 8), 'Tracks in "Night Drive", 3 Sep to 10 Sep 2026: 60 every night. 0 came in, 0 went out.'],
  ])('tells %s', (_, list, text) => {
    expect(describeChart(playlist('a', list))).toBe(text);
  });
});
