import type { AccountName, PlaylistId } from '../../domain/ids.ts';
import { readListing } from '../../gather/listing.ts';
import type { ListedPlaylist, ReadSpotify, Say } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';

/** What an account's listing shows tonight. A playlist that it does not show is read for itself. */
export type Listing = ReadonlyMap<PlaylistId, ListedPlaylist>;

export type Survey = {
  readonly listings: ReadonlyMap<AccountName, Listing>;
  /** Why an account's listing is missing; nothing of it is touched tonight. None where the run was asked to end before. */
  readonly problems: ReadonlyMap<AccountName, readonly Problem[]>;
};

export type ToSurvey = {
  readonly readers: ReadonlyMap<AccountName, ReadSpotify>;
  /** Accounts in which a playlist is looked for that may not be there: for them a part of the listing is none. */
  readonly searched: ReadonlySet<AccountName>;
  readonly say: Say;
  readonly signal: AbortSignal;
};

/** Reads the listings of these accounts: one request for 50 playlists says which of them changed. */
export async function survey({ readers, searched, say, signal }: ToSurvey): Promise<Survey> {
  const listings = new Map<AccountName, Listing>();
  const problems = new Map<AccountName, readonly Problem[]>();
  for (const [account, read] of readers) {
    say(`listing the playlists of ${account}`);
    try {
      const { playlists, isWhole } = await readListing((offset) => {
        signal.throwIfAborted();
        return read.listing(offset);
      });
      if (!isWhole && searched.has(account)) problems.set(account, [notWhole]);
      else listings.set(account, new Map(playlists.map((one) => [one.id, one])));
    } catch (error) {
      if (signal.aborted && !(error instanceof Failure)) break;
      if (!(error instanceof Failure)) throw error;
      problems.set(account, error.problems);
    }
  }
  return { listings, problems };
}

const notWhole = problem('spotify/bad-answer', {
  request: 'GET /me/playlists',
  reason: 'it shows fewer playlists than it counts',
});
