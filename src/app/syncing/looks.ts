import type { Facts } from '../../domain/facts.ts';
import type { AccountName } from '../../domain/ids.ts';
import { type Need, type NeedOf, needKey } from '../../domain/need.ts';
import type { Requests } from '../../domain/portfolio.ts';
import type { ToGather } from '../../gather/gather.ts';
import { dayOf, watchedIn } from '../../gather/poll/from-facts.ts';
import { mustLook, worthLooking } from '../../gather/poll/poll.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import type { Drafts } from '../planning/draft.ts';

export type Polling = {
  /** What all rules use and lack, due or not, by what the ledgers know. */
  readonly asked: () => Pick<Drafts, 'needs' | 'used'>;
  readonly accounts: ReadonlyMap<AccountName, Pick<AccountLedger, 'control'>>;
  readonly night: string;
  readonly budget: Requests;
};

export type Looks = {
  /** Whether rules still ask for a discography that the ledgers know. */
  readonly isAsked: (need: Need, key: string) => boolean;
  readonly again: NonNullable<ToGather['again']>;
};

/**
 * Which discographies to look at again tonight. Those never looked at stand among what the rules lack, and are read
 * between those whom the bound leaves no other night and those whose look is worth it.
 */
export function looksTonight(facts: Facts, { asked, accounts, night, budget }: Polling): Looks {
  const isPolled = Object.values(facts.answers).some(({ need }) => need.kind === 'discography');
  const { needs: lacking, used } = isPolled ? asked() : nothingAsked;
  // Whose list of followed artists is not known may follow any of them.
  const unsure = new Set(lacking.flatMap(({ kind, account }) => (kind === 'followed' ? account : [])));
  const isAsked: Looks['isAsked'] = ({ account }, key) => unsure.has(account) || used.has(key);
  const known = Object.entries(facts.answers).flatMap(([key, { need }]) => (isAsked(need, key) ? need : []));
  const readable = lacking.filter(({ account }) => accounts.has(account));
  const needs = new Map([...known, ...readable].map((need) => [needKey(need), need]));
  const lookOf = ({ account, artist }: NeedOf<'discography'>) => accounts.get(account)?.control.looks?.[artist];
  const watched = watchedIn(facts, [...needs.values()], lookOf);
  const polling = { watched, tonight: dayOf(night), budget: budget.artist_albums };
  return {
    isAsked,
    again: {
      first: mustLook(polling).map(({ need }) => need),
      later: ({ artist_albums: left }) => worthLooking(polling, left).map(({ need }) => need),
    },
  };
}

const nothingAsked: Pick<Drafts, 'needs' | 'used'> = { needs: [], used: new Set() };
