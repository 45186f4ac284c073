import type { SnapshotId } from '../../domain/ids.ts';
import { needKey } from '../../domain/need.ts';
import type { Actual } from '../../domain/playlist.ts';
import type { Closed } from '../../domain/portfolio.ts';
import type { Rule } from '../../domain/rule.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { unseenSnapshot } from '../../ledger/snapshots.ts';
import { observe } from '../planning/memory.ts';
import { cutsOf } from './cuts.ts';
import { type Additions, append } from './journal.ts';
import { factsToKeep, looksAfter, sizesOf } from './keep.ts';
import type { Look } from './look.ts';
import { additionsFor, handsInto, leavingInto, sourcesRead } from './record.ts';
import type { Run } from './run.ts';

/** What tonight's reading adds to an account's ledger, before anything is written to Spotify; `closed`: what Spotify closed. */
export function notedTonight(
  ledger: AccountLedger,
  rules: readonly Rule[],
  { seen, run, closed }: { readonly seen: Look; readonly run: Run; readonly closed: Closed },
): Additions {
  const { account, control } = ledger;
  const { facts, read, memory, leaving, listings } = seen;
  const cuts = cutsOf(ledger.runs);
  const own = rules.filter((rule) => rule.account === account);
  const slugs = own.map(({ slug }) => slug);
  const observed = own.flatMap(({ slug }) => {
    const one = observe(slug, ledger, cuts, facts);
    return one !== undefined && read.has(keyOf(ledger, one.actual)) ? one : [];
  });
  /** A playlist that changed between the listing and its reading is read again next time. */
  const snapshotOf = ({ id, snapshot }: Actual): SnapshotId =>
    (listings.get(account)?.get(id)?.snapshot ?? snapshot) === snapshot ? snapshot : unseenSnapshot;
  const { playlists = [], ...lines } = additionsFor(observed, ledger, run, snapshotOf);
  const all = { ...lines, playlists: [...playlists, ...sourcesRead(ledger, facts)] };
  const looks = looksAfter(account, control, facts, read, run.night);
  return {
    ...all,
    facts: read.size === 0 ? ledger.facts : factsToKeep(append(ledger, '', all), facts),
    control: {
      ...leavingInto(handsInto(control, slugs, memory.hands), slugs, leaving),
      looks,
      sizes: sizesOf(account, facts),
      blockedUntil: closed,
    },
  };
}

const keyOf = ({ account }: AccountLedger, { id }: Actual): string => needKey({ account, kind: 'playlist', id });
