import { type Facts, noFacts, type Sizes } from '../../domain/facts.ts';
import type { AccountName } from '../../domain/ids.ts';
import { libraryOf } from '../../domain/known/library.ts';
import { type Need, needKey } from '../../domain/need.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';

type Answers = Facts['answers'];
type Accounts = ReadonlyMap<AccountName, AccountLedger>;

/** Everything that the ledgers know, as it was last read: what a plan without Spotify goes by. */
export function factsOf(accounts: Accounts): Facts {
  const ledgers = [...accounts.values()];
  const answers: Record<string, Answers[string]> = {};
  for (const { account, facts, playlists } of ledgers) {
    for (const [key, known] of Object.entries(facts.answers)) if (!isEmptyAlbum(known)) answers[key] = known;
    for (const [id, { actual }] of playlists) {
      const need = { account, kind: 'playlist', id } as const;
      answers[needKey(need)] = { need, answer: { state: 'whole', found: actual } };
    }
  }
  const [first = noFacts, ...others] = ledgers.map(({ facts }) => facts);
  // One ledger's facts as they are.
  const { items, albums } = others.length === 0 ? first : libraryOf(first, ...others);
  const sizes = Object.assign({}, ...ledgers.map(({ control }) => control.sizes)) as Sizes;
  return { version: 1, items, albums, answers, ...(Object.keys(sizes).length === 0 ? {} : { sizes }) };
}

/** An album without tracks is one that was answered badly: it is asked for again, whatever the ledger says. */
const isEmptyAlbum = ({ need, answer }: Answers[string]): boolean =>
  need.kind === 'album' && answer.state === 'whole' && Array.isArray(answer.found) && answer.found.length === 0;

/** The same with only the answers that still hold. */
export const holding = (facts: Facts, holds: (need: Need, key: string) => boolean): Facts => ({
  ...facts,
  answers: Object.fromEntries(Object.entries(facts.answers).filter(([key, { need }]) => holds(need, key))),
});

/** What never changes once it was read: an album's tracks, and what a track is (`spotify-api.md` 5: cached for ever), and the past. */
export const isForEver = (need: Need): boolean =>
  need.kind === 'album' || need.kind === 'as_of' || (need.kind === 'track' && !isOfANight(need));

/** Answers that say how something was on their night are of no use on others. */
export const isOfANight = (need: Need): boolean => need.kind === 'track' && need.night !== undefined;
