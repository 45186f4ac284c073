import { describe, expect, test } from 'vitest';
import type { Slug } from '../../../src/domain/ids.ts';
import type { Undone } from '../../../src/domain/records/run.ts';
import { describeChart } from '../../../src/report/charts/describe.ts';
import { chartsOf } from '../../../src/report/insight/charts.ts';
import { readme } from '../../../src/report/markdown/readme.ts';
import { changed, first, pastOf, quiet, type Told, told } from './past.ts';

describe('nights', () => {
  const failed: Told = { night: '2026-11-17', end: { exit: 5, nights: [], problems: [{ code: 'x', message: 'x' }] } };

  test('quiet ones are filled in, those on which nothing was read are left out', () => {
    const [drive] = told(pastOf([first, failed, changed])).playlists;
    expect(drive?.nights.map(({ night, count }) => `${night} ${count}`)).toEqual(['2026-11-16 3', '2026-11-18 4']);
    expect(drive).toMatchObject({ entered28: 2, left28: 1, lastChange: '2026-11-18', count: 4, followers: 7 });
  });

  test('what came and went in a gap is in the next sum of all playlists', () => {
    const unread: Undone = {
      slug: 'finds' as Slug,
      because: 'it cannot be read',
      problems: [{ code: 'plan/unreadable', facts: { playlist: 'Fresh Finds', absence: 'part' } }],
    };
    const half: Told = { ...changed, end: { exit: 6, undone: [unread] } };
    expect(told(pastOf([first, half, { night: '2026-11-19', lists: { finds: [5] } }])).nights).toEqual([
      { night: '2026-11-16', tracks: 5, entered: 0, left: 0 },
      { night: '2026-11-19', tracks: 5, entered: 2, left: 2 },
    ]);
  });
});

describe('a playlist that begins', () => {
  const drive: Told = { night: '2026-11-16', lists: { drive: [1, 2, 3] }, begins: 'created' };
  const later = (begins: 'created' | 'adopted') =>
    told(
      pastOf([
        drive,
        { night: '2026-11-17', lists: { drive: [1, 2] } },
        { night: '2026-11-18', lists: { finds: [4, 5] }, begins },
      ]),
    );

  test.each([
    ['created', 2, '2026-11-18'],
    ['adopted', 0, null],
  ] as const)('later, %s, joins the sum of all with its rows', (begins, entered28, lastChange) => {
    const insight = later(begins);
    expect(insight.nights.at(-1)).toEqual({ night: '2026-11-18', tracks: 4, entered: 2, left: 0 });
    expect(insight.playlists[1]).toMatchObject({ slug: 'finds', entered28, lastChange });
  });

  test('later adds up in the chart of all', () => {
    expect(readme(later('created'))).toContain('from 3 to 4, lowest 2 on 17 Nov. 2 came in, 1 went out.');
  });

  test('on the first night of all is there, and has been changed on it', () => {
    const [insight] = [later('adopted')];
    const [alone] = told(pastOf([drive])).playlists;
    expect(alone).toMatchObject({ slug: 'drive', entered28: 0, lastChange: '2026-11-16' });
    expect(insight?.playlists[0]).toMatchObject({ entered28: 0, left28: 1, lastChange: '2026-11-17' });
  });

  test('adds up on its own chart, from its first night on', () => {
    const nights = quiet('2026-11-19', '2026-11-24').map((one, index) =>
      index === 2 ? { ...one, lists: { finds: [4, 5, 6] } } : one,
    );
    const insight = told(
      pastOf([drive, { night: '2026-11-18', lists: { finds: [4, 5] }, begins: 'created' }, ...nights]),
    );
    const chart = chartsOf(insight).find(({ data }) => data.kind === 'playlist' && data.name === 'Fresh Finds');
    expect(chart && describeChart(chart.data)).toContain('from 2 to 3. 1 came in, 0 went out.');
    expect(insight.playlists[1]).toMatchObject({ entered28: 3 });
  });
});

describe('charts', () => {
  const lastNights = (nights: readonly Told[]): readonly (string | undefined)[] =>
    chartsOf(told(pastOf(nights))).map(({ data }) => data.nights.at(-1)?.night);

  test('a playlist is drawn anew when its own list changes, and else on the first of a month', () => {
    const until = (night: string): readonly Told[] => [
      first,
      ...quiet('2026-11-17', '2026-11-17'),
      changed,
      ...quiet('2026-11-19', night),
    ];
    const finds = (night: string, rows: readonly number[]): Told => ({ night, lists: { finds: rows } });
    expect(lastNights([...until('2026-11-19'), finds('2026-11-20', [4])])).toEqual([
      '2026-11-20',
      '2026-11-18',
      '2026-11-20',
    ]);
    expect(lastNights([...until('2026-12-02'), finds('2026-12-03', [4])])).toEqual([
      '2026-12-03',
      '2026-12-01',
      '2026-12-03',
    ]);
  });
});
