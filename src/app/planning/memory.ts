import type { Answer, Facts } from '../../domain/facts.ts';
import type { AccountName, Slug } from '../../domain/ids.ts';
import { needKey } from '../../domain/need.ts';
import type { Leaving, Pasts, RowPasts } from '../../domain/past.ts';
import { type Actual, keysOf } from '../../domain/playlist.ts';
import type { Hands } from '../../domain/portfolio.ts';
import type { AuditBody, AuditLine } from '../../domain/records/audit.ts';
import type { Rule } from '../../domain/rule.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { ackedSoFar, last28, learnedFrom, rowPastsOf } from '../../ledger/past.ts';
import { waitingSince } from '../../ledger/runs.ts';
import type { Past } from '../../plan/past.ts';
import type { Waiting } from '../../plan/waiting.ts';
import { type Cut, cutsOf } from '../syncing/cuts.ts';
import { handsAfter } from '../syncing/hands.ts';
import { handsIn, type Observed } from '../syncing/observe.ts';
import { seenSince } from '../syncing/seen.ts';
import type { Turns } from './turn.ts';

/** What a plan knows of other nights. Without a ledger it is nothing, and everything is due. */
export type Memory = {
  readonly due: Turns;
  /** Edits by hand, tonight's included. */
  readonly hands: ReadonlyMap<Slug, Hands>;
  /** What the history says of rows, and to guards. */
  readonly pasts: Pasts;
  readonly guards: ReadonlyMap<Slug, Past>;
  /** What earlier nights planned to leave, of playlists that a ledger knows. */
  readonly leaving: ReadonlyMap<Slug, Leaving>;
  /** Rules that earlier runs did not bring to their end, since when. */
  readonly waiting: Waiting;
};

export const noMemory: Memory = {
  due: 'all',
  hands: new Map(),
  pasts: new Map(),
  guards: new Map(),
  leaving: new Map(),
  waiting: new Map(),
};

export type Remembering = {
  readonly accounts: ReadonlyMap<AccountName, AccountLedger>;
  readonly rules: readonly Rule[];
  readonly night: string;
  readonly due: Memory['due'];
};

/** What the ledgers say under tonight's facts: a playlist that was read otherwise than it was recorded was edited. */
export function remembering({ accounts, rules, night, due }: Remembering): (facts: Facts) => Memory {
  const cuts = new Map([...accounts].map(([name, { runs }]) => [name, cutsOf(runs)] as const));
  const { pasts, guards, leaving } = pastsOf(accounts, rules, night);
  const waiting = new Map([...accounts.values()].flatMap(({ runs }) => [...waitingSince(runs)]));
  return (facts) => {
    const hands = new Map<Slug, Hands>();
    for (const rule of rules) {
      const ledger = accounts.get(rule.account);
      const observed = ledger === undefined ? undefined : observe(rule.slug, ledger, cuts.get(rule.account), facts);
      const known = ledger?.control.hands?.[rule.slug];
      const after =
        observed === undefined ? known : handsAfter(known, rule.settings.handEdits, handsIn(observed), night);
      if (after !== undefined) hands.set(rule.slug, after);
    }
    return { due, hands, pasts, guards, leaving, waiting };
  };
}

function pastsOf(
  accounts: Remembering['accounts'],
  rules: readonly Rule[],
  night: string,
): Pick<Memory, 'pasts' | 'guards' | 'leaving'> {
  const pasts = new Map<Slug, () => RowPasts>();
  const guards = new Map<Slug, Past>();
  const leaving = new Map<Slug, Leaving>();
  const lines = new Map(
    [...accounts].map(([name, { history }]) => [name, Map.groupBy(history, (line) => line.playlist)]),
  );
  const audits = new Map(
    [...accounts].map(([name, { audit }]) => [name, Map.groupBy(audit.flatMap(bodyOf), ({ playlist }) => playlist)]),
  );
  for (const { account, slug, settings } of rules) {
    const ledger = accounts.get(account);
    const id = ledger?.control.playlists[slug]?.id;
    if (ledger === undefined || id === undefined) continue;
    const own = lines.get(account)?.get(id) ?? [];
    const audit = audits.get(account)?.get(id) ?? [];
    pasts.set(slug, () => rowPastsOf(own, keysOf(ledger.playlists.get(id)?.actual.rows ?? [])));
    leaving.set(slug, ledger.control.leaving?.[slug] ?? {});
    guards.set(slug, {
      ackedSoFar: ackedSoFar(audit, settings.ack),
      learned: learnedFrom(own, audit),
      last28: last28(own, audit, night),
    });
  }
  return { pasts: { get: (slug) => pasts.get(slug)?.() }, guards, leaving };
}

const bodyOf = (line: AuditLine): readonly AuditBody[] => ('body' in line ? [line.body] : []);

/** A rule's playlist as it was read, beside what the ledger knew of it; undefined when it was not read whole. */
export function observe(
  slug: Slug,
  { account, control, playlists }: AccountLedger,
  cuts: ReadonlyMap<Slug, Cut> | undefined,
  facts: Facts,
): Observed | undefined {
  const id = control.playlists[slug]?.id;
  const actual = id === undefined ? undefined : actualIn(facts, account, id);
  if (id === undefined || actual === undefined) return undefined;
  const [recorded, cut] = [playlists.get(id), cuts?.get(slug)];
  return { slug, actual, recorded, cut, seen: seenSince(recorded, cut, actual, facts.items) };
}

export function actualIn(facts: Facts, account: AccountName, id: Actual['id']): Actual | undefined {
  const answer = facts.answers[needKey({ account, kind: 'playlist', id })]?.answer as Answer<'playlist'> | undefined;
  return answer?.state === 'whole' ? answer.found : undefined;
}
