import type { AccountLedger, Recorded } from '../../ledger/ledger.ts';
import { unseenSnapshot, withSnapshot } from '../../ledger/snapshots.ts';
import type { Additions } from './journal.ts';

/** What a commit before the first write must hold, and what can wait for the one after the last. */
export type Parted = { readonly now: Additions; readonly later: Later };
type Later = Required<Pick<Additions, 'playlists' | 'history'>>;

/**
 * Followers and snapshots can wait: lost with a killed run, they are read again, and files that change once a night
 * instead of twice pack into half the bytes.
 */
export function parted(noted: Additions, { playlists }: AccountLedger): Parted {
  const { playlists: records = [], history = [], ...now } = noted;
  const asKnown = (one: Recorded): Recorded =>
    withSnapshot(one, playlists.get(one.actual.id)?.actual.snapshot ?? unseenSnapshot);
  return {
    now: { ...now, playlists: records.map(asKnown), history: history.filter(({ hash }) => hash !== undefined) },
    later: { playlists: records, history: history.filter(({ hash }) => hash === undefined) },
  };
}

/** What waited, in front of what was written since; of a playlist that was, only the latter. */
export function withLater({ playlists, history }: Later, wrote: Additions): Additions {
  const written = new Set(wrote.playlists?.map(({ actual }) => actual.id));
  return {
    ...wrote,
    playlists: [...playlists.filter(({ actual }) => !written.has(actual.id)), ...(wrote.playlists ?? [])],
    history: [...history.filter(({ playlist }) => !written.has(playlist)), ...(wrote.history ?? [])],
  };
}
