import { describe, expect, test } from 'vitest';
import { reportFiles } from '../../../src/app/report-files.ts';
import type { AccountName, Slug } from '../../../src/domain/ids.ts';
import type { RunEnd, Undone } from '../../../src/domain/records/run.ts';
import type { AccountLedger } from '../../../src/ledger/ledger.ts';
import { describeChart } from '../../../src/report/charts/describe.ts';
import { chartsOf } from '../../../src/report/insight/charts.ts';
import { nightsFrom } from '../../../src/report/insight/dates.ts';
import type { Insight } from '../../../src/report/insight/insight.ts';
import { insightOf } from '../../../src/report/insight/make.ts';
import { readme } from '../../../src/report/markdown/readme.ts';
import { origin, owner, pastOf, playbook, row, type Told } from './past.ts';

const told = (ledger: AccountLedger): Insight =>
  insightOf({ ledger: { origin, accounts: new Map([[owner, ledger]]) }, playbook });

const files = async (ledger: AccountLedger): Promise<ReadonlyMap<string, string>> =>
  reportFiles(new Map([[owner, ledger]]), origin, playbook);

const first: Told = { night: '2026-11-16', lists: { drive: [1, 2, 3], finds: [4, 5] } };
const quiet = (from: string, until: string): readonly Told[] => nightsFrom(from, until).map((night) => ({ night }));
const changed: Told = { night: '2026-11-18', lists: { drive: [1, 2, 6, 7] } };

const tooMany = {
  slug: 'drive' as Slug,
  finding: {
    code: 'plan/too-many-removals',
    facts: { playlist: 'Night Drive', removing: 47, of: 80, most: 32, acked: 0 },
  },
};
const handEdits = {
  slug: 'drive' as Slug,
  finding: {
    code: 'plan/hand-edits',
    facts: { playlist: 'Night Drive', since: '2026-11-18', added: [], removed: [], moved: false },
  },
};
const held = {
  hands: { ['drive' as Slug]: { held: { since: '2026-11-18', added: [row(6)], removed: [row(3)], moved: false } } },
};

describe('the last night on which something happened', () => {
  const past = [first, ...quiet('2026-11-17', '2026-11-17'), changed];

  test('is told, whatever quiet nights follow, to the byte', async () => {
    const before = await files(pastOf(past));
    expect(before.size).toBe(6);
    expect(await files(pastOf([...past, ...quiet('2026-11-19', '2026-12-20')]))).toEqual(before);
  });

  test('is the night on which trouble went away', () => {
    const trouble: Told = { night: '2026-11-19', end: { exit: 4, findings: [tooMany] } };
    const nights = [...past, trouble, ...quiet('2026-11-20', '2026-11-25')];
    expect(told(pastOf(nights)).night).toBe('2026-11-20');
    expect(told(pastOf(nights)).attention).toEqual([]);
  });

  test('is said in the headline', () => {
    expect(told(pastOf(past)).headline).toBe('Night of 18 Nov 2026: 1 playlist changed, +2 −1.');
    expect(told(pastOf([first])).headline).toBe('Night of 16 Nov 2026: 2 playlists met for the first time.');
    expect(
      told(pastOf([first, { ...changed, by: 'hand', end: { exit: 4, findings: [handEdits] } }], held)).headline,
    ).toBe('Night of 18 Nov 2026: no playlist changed; 1 was edited by hand; 1 waits for a person.');
    expect(told(pastOf([])).night).toBeNull();
  });
});

describe('what needs a person', () => {
  test('a guard comes with the line that lets the removals go', () => {
    const past = [first, { ...changed, end: { exit: 4, findings: [tooMany] } }];
    const [one, ...others] = told(pastOf(past)).attention;
    expect(others).toEqual([]);
    expect(one?.kind).toBe('guard');
    expect(one?.action).toContain('`ack: { removals: 47, until: 2026-11-25 }`');
  });

  test('a guard stands while nights go by on which its rule is not due', () => {
    const notDue: Told = { night: '2026-11-19', end: { skipped: ['drive' as Slug] } };
    const past = [first, { ...changed, end: { exit: 4, findings: [tooMany] } }, notDue];
    expect(told(pastOf(past)).attention.map(({ kind }) => kind)).toEqual(['guard']);
  });

  test('an edit by hand comes with its rows, until its rule agrees with it', () => {
    const open: Told = { ...changed, by: 'hand', end: { exit: 4, findings: [handEdits] } };
    const [one] = told(pastOf([first, open], held)).attention;
    expect(one).toMatchObject({ kind: 'hand-edits', added: [{ key: row(6) }], removed: [{ key: row(3) }] });
    const agreed = told(pastOf([first, open, { night: '2026-11-19', lists: { finds: [4] } }], held));
    expect(agreed.attention).toEqual([]);
    expect(agreed.playlists.map((playlist) => playlist.held)).toEqual([false, false]);
  });

  test.each<[string, Partial<RunEnd>]>([
    ['that could not read anything', { exit: 5, nights: [], problems: [{ code: 'x', message: 'x' }] }],
    [
      'that could not read it',
      {
        exit: 6,
        undone: [
          {
            slug: 'drive' as Slug,
            because: 'it cannot be read',
            problems: [{ code: 'plan/unreadable', facts: { playlist: 'Night Drive', absence: 'part' } }],
          },
        ],
      },
    ],
    ['that lacked facts', { undone: [{ slug: 'drive' as Slug, because: 'facts are lacking', problems: [] }] }],
  ])('an edit by hand still waits after a run %s', (_, end) => {
    const open: Told = { ...changed, by: 'hand', end: { exit: 4, findings: [handEdits] } };
    const after = told(pastOf([first, open, { night: '2026-11-19', end }], held));
    expect(after.attention.map(({ kind }) => kind)).toContain('hand-edits');
    expect(after.playlists.map((playlist) => playlist.held)).toEqual([true, false]);
  });

  test('what is wrong with the whole run is said once, with its fix', () => {
    const problems = [
      { code: 'spotify/unreachable', message: 'Cannot reach Spotify', fix: 'Run "setlist sync" again' },
    ];
    const past = [first, { night: '2026-11-17', end: { exit: 5, nights: [], problems } }];
    expect(told(pastOf(past)).attention).toMatchObject([
      { kind: 'account', playlist: null, sentence: 'Cannot reach Spotify.', action: 'Run `setlist sync` again.' },
    ]);
  });

  test('what signing in again mends is told apart, and comes first', () => {
    const problems = ['spotify/unreachable', 'spotify/sign-in-expired', 'spotify/premium-lapsed'].map((code) => ({
      code,
      message: code,
    }));
    const past = [first, { night: '2026-11-17', end: { exit: 5, nights: [], problems } }];
    expect(told(pastOf(past)).attention.map(({ kind, sentence }) => `${kind}: ${sentence}`)).toEqual([
      'sign-in: spotify/sign-in-expired.',
      'account: spotify/unreachable.',
      'account: spotify/premium-lapsed.',
    ]);
  });
});

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

test('is the same, whatever the order in which accounts, playlists and rules are held', () => {
  const other = 'other' as AccountName;
  const problems = [{ code: 'spotify/unreachable', message: 'Cannot reach Spotify' }];
  const failed: Told = { night: '2026-11-19', end: { exit: 5, nights: [], problems } };
  const mine = pastOf([first, { ...changed, by: 'hand', end: { exit: 4, findings: [handEdits] } }, failed], held);
  const theirs = { ...pastOf([first, changed, { ...failed, end: { exit: 9, problems, lateMs: 7 } }]), account: other };
  const accounts = [[owner, mine] as const, [other, theirs] as const];
  const turned = accounts.toReversed().map(([name, ledger]): [AccountName, AccountLedger] => [
    name,
    {
      ...ledger,
      playlists: new Map([...ledger.playlists].toReversed()),
      control: {
        ...ledger.control,
        playlists: Object.fromEntries(Object.entries(ledger.control.playlists).toReversed()),
      },
    },
  ]);
  const rules = playbook.rules.toReversed();
  const straight = insightOf({ ledger: { origin, accounts: new Map(accounts) }, playbook });
  const shuffled = insightOf({ ledger: { origin, accounts: new Map(turned) }, playbook: { ...playbook, rules } });
  expect(straight.attention.map(({ kind }) => kind)).toEqual(['account', 'hand-edits']);
  expect(straight.changes).toHaveLength(6);
  expect(shuffled).toEqual(straight);
  expect(readme(shuffled)).toBe(readme(straight));
});

test('a run that served several nights says so, and how late it was', () => {
  const late: Told = {
    night: '2026-11-18',
    lists: changed.lists ?? {},
    end: { nights: ['2026-11-17', '2026-11-18'], lateMs: 97_260_000 },
  };
  const [run] = told(pastOf([first, late])).runs;
  expect(run).toMatchObject({ night: '2026-11-18', nights: 2, lateMs: 97_260_000 });
  expect(readme(told(pastOf([first, late])))).toContain('| 27 h 1 min, for 2 nights |');
});
