import { noFacts } from '../../../src/domain/facts.ts';
import type { AccountName, PlaylistId, Slug } from '../../../src/domain/ids.ts';
import type { Actual, RowKey } from '../../../src/domain/playlist.ts';
import type { Control, Playbook } from '../../../src/domain/portfolio.ts';
import type { AuditBody } from '../../../src/domain/records/audit.ts';
import type { Origin } from '../../../src/domain/records/origin.ts';
import type { RunEnd } from '../../../src/domain/records/run.ts';
import type { AccountLedger } from '../../../src/ledger/ledger.ts';
import { orFail } from '../../../src/problem/failure.ts';
import { nightsFrom } from '../../../src/report/insight/dates.ts';
import type { Insight } from '../../../src/report/insight/insight.ts';
import { insightOf } from '../../../src/report/insight/make.ts';
import { readPlaybook } from '../../../src/rules/read-playbook.ts';

/** A ledger of two playlists, told night by night. */

export const owner = 'owner' as AccountName;
export const origin: Origin = { version: 1, repository: 'nightbird/playlists', accounts: {}, simulated: false };

export const ids = { drive: 'A'.repeat(22) as PlaylistId, finds: 'B'.repeat(22) as PlaylistId };
type Which = keyof typeof ids;

export const row = (number: number): RowKey => `spotify:track:${String(number).padStart(22, '0')}` as RowKey;

export type Told = {
  readonly night: string;
  /** The rows as they stand after it, where they are other ones than before. */
  readonly lists?: Readonly<Partial<Record<Which, readonly number[]>>>;
  /** How a list begins that was not there before; `adopted` if it is not said. */
  readonly begins?: 'created' | 'adopted';
  readonly by?: AuditBody['who']['by'];
  readonly end?: Partial<RunEnd>;
  readonly followers?: number;
};

const hashOf = (rows: readonly number[]): string => rows.join(' ');

export function pastOf(
  nights: readonly Told[],
  control: Partial<Control> = {},
  names: Partial<Record<Which, string>> = {},
): AccountLedger {
  const lists: Partial<Record<Which, readonly number[]>> = {};
  const history: AccountLedger['history'][number][] = [];
  const audit: AccountLedger['audit'][number][] = [];
  const runs: RunEnd[] = [];
  for (const { night, lists: changed = {}, begins = 'adopted', by = 'setlist', end = {}, followers = 7 } of nights) {
    const run = `${night.replaceAll('-', '')}T034100Z-000000`;
    const about = { run, at: `${night}T03:41:00Z`, night };
    for (const which of Object.keys(changed) as Which[]) {
      const [before, after] = [lists[which] ?? [], changed[which] ?? []];
      const entered = after.filter((one) => !before.includes(one)).map(row);
      const left = before.filter((one) => !after.includes(one)).map(row);
      const who = by === 'setlist' ? { by, trigger: 'schedule', actor: null } : { by, during: null };
      const why = (key: RowKey) => ({ key, why: by === 'setlist' ? [because(which)] : [] });
      const kind = lists[which] === undefined ? begins : 'items';
      const body = {
        ...about,
        playlist: ids[which],
        rule: which,
        kind,
        who,
        entered: kind === 'items' ? entered.map(why) : [],
        left: left.map(why),
        moved: [],
        details: null,
        acked: null,
        commit: null,
        before: '',
        after: '',
      };
      audit.push({ digest: '', previous: '', body: body as unknown as AuditBody });
      history.push({ night, playlist: ids[which], count: after.length, followers, entered, left, hash: hashOf(after) });
      lists[which] = after;
    }
    runs.push({
      ...about,
      trigger: 'schedule',
      actor: null,
      commit: null,
      event: 'end',
      nights: [night],
      lateMs: 0,
      ended: about.at,
      requests: { playlist_reads: 3 },
      skipped: [],
      undone: [],
      findings: [],
      problems: [],
      exit: 0,
      unconfirmed: [],
      changed: by === 'setlist' ? (Object.keys(changed) as Slug[]) : [],
      audit: { entries: audit.length, digest: '' },
      ...end,
    });
  }
  const playlists = new Map(
    (Object.keys(lists) as Which[]).map((which) => [
      ids[which],
      { rule: which as Slug, actual: actualOf(which, lists[which] ?? [], names[which]) },
    ]),
  );
  const ruled = Object.fromEntries(
    (Object.keys(lists) as Which[]).map((which) => [which, { id: ids[which], contact: 'known' }]),
  );
  return {
    account: owner,
    control: { version: 1, playlists: ruled as Control['playlists'], ...control },
    playlists,
    facts: noFacts,
    history,
    audit,
    runs,
  };
}

const because = (which: Which) => ({
  stage: 'from',
  word: 'liked',
  datum: 'liked 2026-11-20',
  at: { file: `playlists/${which}.yaml`, line: 2, column: 1 },
});

const actualOf = (which: Which, rows: readonly number[], name = which === 'drive' ? 'Night Drive' : 'Fresh Finds') =>
  ({
    id: ids[which],
    owner: 'someone',
    snapshot: '',
    followers: 7,
    details: { name, description: '', public: true, collaborative: false },
    rows: rows.map((number) => ({ kind: 'item', uri: row(number), addedAt: null, addedBy: null })),
  }) as unknown as Actual;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const playbook: Playbook = orFail(
  readPlaybook(
    new Map([
      [
        'setlist.yaml',
        bytes(
          'title: Nightbird Records\ntimezone: UTC\napps:\n  main:\n    client_id: 5e7115700c0de5e7115700c0de5e7115\n    accounts: { owner: {} }\n',
        ),
      ],
      ['drive.yaml', bytes('name: Night Drive\nfrom: [liked]\n')],
      ['finds.yaml', bytes('name: Fresh Finds\nfrom: [liked]\n')],
    ]),
  ),
);

export const told = (ledger: AccountLedger): Insight =>
  insightOf({ ledger: { origin, accounts: new Map([[owner, ledger]]) }, playbook });

export const first: Told = { night: '2026-11-16', lists: { drive: [1, 2, 3], finds: [4, 5] } };
export const quiet = (from: string, until: string): readonly Told[] =>
  nightsFrom(from, until).map((night) => ({ night }));
export const changed: Told = { night: '2026-11-18', lists: { drive: [1, 2, 6, 7] } };
