import type { Facts } from '../../domain/facts.ts';
import type { AccountName } from '../../domain/ids.ts';
import { type Need, type NeedOf, needKey } from '../../domain/need.ts';
import type { App, Portfolio } from '../../domain/portfolio.ts';
import type { Room } from '../../gather/budget.ts';
import type { Short, ToGather } from '../../gather/gather.ts';
import { dayOf, watchedIn } from '../../gather/poll/from-facts.ts';
import { mustLook, worthLooking } from '../../gather/poll/poll.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import type { Drafts } from '../planning/draft.ts';

export type Polling = {
  /** What all rules use and lack, due or not, by what the ledgers know. */
  readonly asked: () => Pick<Drafts, 'needs' | 'used'>;
  readonly accounts: ReadonlyMap<AccountName, Pick<AccountLedger, 'control'>>;
  readonly night: string;
  readonly portfolio: Pick<Portfolio, 'apps' | 'budget'>;
  readonly room: Room;
};

export type Looks = {
  /** Whether rules still ask for a discography, or a size, that the ledgers know. */
  readonly isAsked: (need: Pick<Need, 'account'>, key: string) => boolean;
  readonly again: NonNullable<ToGather['again']>;
  /** Those that are known and not looked at again: no night has so many requests. */
  readonly tooLong: readonly Short[];
};

/**
 * Which discographies to look at again tonight. Those never looked at stand among what the rules lack, and are read
 * between those whom the bound leaves no other night and those whose look is worth it.
 */
export function looksTonight(
  facts: Facts,
  { asked, accounts, night, portfolio: { apps, budget }, room }: Polling,
): Looks {
  const isPolled =
    facts.sizes !== undefined || Object.values(facts.answers).some(({ need }) => need.kind === 'discography');
  const { needs: lacking, used } = isPolled ? asked() : nothingAsked;
  // Whose list of followed artists is not known may follow any of them.
  const unsure = new Set(lacking.flatMap(({ kind, account }) => (kind === 'followed' ? account : [])));
  const isAsked: Looks['isAsked'] = ({ account }, key) => unsure.has(account) || used.has(key);
  const known = Object.entries(facts.answers).flatMap(([key, { need }]) => (isAsked(need, key) ? need : []));
  const readable = lacking.filter(({ account }) => accounts.has(account));
  const needs = new Map([...known, ...readable].map((need) => [needKey(need), need]));
  const lookOf = ({ account, artist }: NeedOf<'discography'>) => accounts.get(account)?.control.looks?.[artist];
  const watched = watchedIn(facts, [...needs.values()], lookOf, dayOf(night));
  const forNews = new Set(watched.flatMap(({ id, news }) => (news === undefined ? [] : id)));
  // A budget is an app's, and so is the turn of its artists.
  const pollings = apps.map((app) => ({
    app,
    watched: watched.filter(({ need }) => app.accounts.includes(need.account)),
    tonight: dayOf(night),
    budget: budget.artist_albums,
  }));
  const bucket = 'artist_albums';
  const tooLong = watched.flatMap(({ id, need, looked, requests }): readonly Short[] => {
    const size = { least: requests, counted: facts.sizes?.[id]?.counted ?? requests };
    // Without a budget nobody is meant to be looked at.
    const isTooLong = looked !== null && budget[bucket] > 0 && requests > budget[bucket];
    return isTooLong ? [{ account: need.account, bucket, need, size }] : [];
  });
  const roomOf = ({ accounts: [account] }: App): number => (account === undefined ? 0 : room(account).artist_albums);
  return {
    isAsked,
    tooLong,
    again: {
      first: pollings.flatMap((polling) => mustLook(polling).map(({ need }) => need)),
      isForNews: (need) => forNews.has(needKey(need)),
      later: () => pollings.flatMap((polling) => worthLooking(polling, roomOf(polling.app)).map(({ need }) => need)),
    },
  };
}

const nothingAsked: Pick<Drafts, 'needs' | 'used'> = { needs: [], used: new Set() };
