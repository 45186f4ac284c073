import type { AccountLedger, Recorded } from '../../ledger/ledger.ts';
import { renderPlaylist } from '../../ledger/playlist.ts';
import type { Additions } from './journal.ts';

/** What a commit before the first write must hold, and what can wait for the one after the last. */
export type Parted = { readonly now: Additions; readonly later: Later };
type Later = Required<Pick<Additions, 'playlists' | 'history'>>;

/**
 * Followers and new snapshots of rows that are as recorded can wait: lost with a killed run, they are read again, and
 * files that change once a night instead of twice pack into half the bytes.
 */
export function parted(noted: Additions, { playlists }: AccountLedger): Parted {
  const { playlists: records = [], history = [], ...now } = noted;
  const isLate = (one: Recorded): boolean => isSameList(playlists.get(one.actual.id), one);
  return {
    now: {
      ...now,
      playlists: records.filter((one) => !isLate(one)),
      history: history.filter(({ hash }) => hash !== undefined),
    },
    later: { playlists: records.filter(isLate), history: history.filter(({ hash }) => hash === undefined) },
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

function isSameList(known: Recorded | undefined, now: Recorded): boolean {
  if (known === undefined) return false;
  const { snapshot } = now.actual;
  return renderPlaylist({ ...known, actual: { ...known.actual, snapshot } }) === renderPlaylist(now);
}
