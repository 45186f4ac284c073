import { describe, expect, test } from 'vitest';
import { reportFiles } from '../../../src/app/report-files.ts';
import type { AccountName, Slug } from '../../../src/domain/ids.ts';
import type { RunEnd } from '../../../src/domain/records/run.ts';
import type { AccountLedger } from '../../../src/ledger/ledger.ts';
import { insightOf } from '../../../src/report/insight/make.ts';
import { readme } from '../../../src/report/markdown/readme.ts';
import { changed, first, origin, owner, pastOf, playbook, quiet, row, type Told, told } from './past.ts';

const files = async (ledger: AccountLedger): Promise<ReadonlyMap<string, string>> =>
  reportFiles(new Map([[owner, ledger]]), origin, playbook);

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
