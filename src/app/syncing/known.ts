import type { Facts } from '../../domain/facts.ts';
import type { AccountName, PlaylistId, Slug } from '../../domain/ids.ts';
import { type Need, type NeedOf, needKey } from '../../domain/need.ts';
import type { Control, Portfolio } from '../../domain/portfolio.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { type Waiting, waitingFirst } from '../../plan/waiting.ts';
import { holding, isForEver } from '../planning/known.ts';
import { cutsOf } from './cuts.ts';
import type { Survey } from './survey.ts';

export type Asked = {
  readonly accounts: ReadonlyMap<AccountName, AccountLedger>;
  readonly listings: Survey['listings'];
  readonly budget: Portfolio['budget'];
  readonly waiting: Waiting;
  /** Whether rules still ask for a discography, or a size, that the ledgers know. */
  readonly isAsked: (need: Pick<Need, 'account'>, key: string) => boolean;
};

type PlaylistNeed = NeedOf<'playlist'>;

/** What tonight begins with: facts that still hold, and playlists that are read whether or not a rule asks for them. */
export type Known = {
  readonly facts: Facts;
  /** Those that wait longest first. */
  readonly changed: readonly PlaylistNeed[];
  /** For their followers, where there is room. */
  readonly sampled: readonly PlaylistNeed[];
};

/**
 * A playlist that the listing shows with the snapshot of its record is as recorded, unless a run of ours was cut off
 * while it wrote there: the listing goes on showing the old snapshot for a while (`spotify-api.md` 4.13). Those that are
 * not, and some more for their followers, are read. A discography that rules ask for holds until it is looked at again.
 */
export function knownTonight(facts: Facts, { accounts, listings, budget, waiting, isAsked }: Asked): Known {
  const cut = new Set<PlaylistId>();
  for (const { control, runs } of accounts.values())
    for (const slug of cutsOf(runs).keys()) cut.add(control.playlists[slug]?.id ?? ('' as PlaylistId));
  const ruled = [...accounts.values()].flatMap(({ account, control }) =>
    inTurn(control, waiting).flatMap((id) =>
      listings.has(account) ? ({ account, kind: 'playlist', id } as const) : [],
    ),
  );
  const isSame = (need: PlaylistNeed): boolean => {
    const recorded = accounts.get(need.account)?.playlists.get(need.id)?.actual.snapshot;
    return (
      recorded !== undefined && !cut.has(need.id) && listings.get(need.account)?.get(need.id)?.snapshot === recorded
    );
  };
  const changed = ruled.filter((need) => !isSame(need));
  const sampled = forFollowers(ruled.filter(isSame), accounts, budget.followers);
  const read = new Set([...changed, ...sampled].map(needKey));
  const holds = (need: Need, key: string): boolean => {
    if (need.kind === 'playlist') return isSame(need) && !read.has(key);
    if (need.kind === 'discography') return isAsked(need, key);
    return isForEver(need);
  };
  // A key begins with its account.
  const sizes = Object.entries(facts.sizes ?? {}).filter(([key]) =>
    isAsked({ account: key.slice(0, key.indexOf(' ')) as AccountName }, key),
  );
  const held = { ...holding(facts, holds), sizes: Object.fromEntries(sizes) };
  return { facts: held, changed, sampled };
}

const inTurn = ({ playlists }: Control, waiting: Waiting): readonly PlaylistId[] => {
  // The keys are slugs.
  const known = Object.entries(playlists).flatMap(([slug, one]) =>
    one === undefined ? [] : { slug: slug as Slug, id: one.id },
  );
  return waitingFirst(known, waiting).map(({ id }) => id);
};

/** Those whose followers were read longest ago, or never. */
function forFollowers(
  unchanged: readonly PlaylistNeed[],
  accounts: Asked['accounts'],
  most: number,
): readonly PlaylistNeed[] {
  const last = new Map<PlaylistId, string>();
  for (const { history } of accounts.values())
    for (const { playlist, night, followers } of history) if (followers !== null) last.set(playlist, night);
  const age = ({ id }: PlaylistNeed): string => `${last.get(id) ?? ''} ${id}`;
  return [...unchanged].sort((one, other) => (age(one) < age(other) ? -1 : 1)).slice(0, most);
}

/** The answers that were kept from earlier nights, where tonight could not ask again. */
export function withOlder(tonight: Facts, earlier: Facts, putOff: readonly Need[]): Facts {
  const older = putOff.flatMap((need) => {
    const key = needKey(need);
    const known = need.kind === 'playlist' ? undefined : earlier.answers[key];
    return known === undefined ? [] : [[key, known] as const];
  });
  return { ...tonight, answers: { ...Object.fromEntries(older), ...tonight.answers } };
}
