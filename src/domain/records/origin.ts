import type { AccountName, UserId } from '../ids.ts';

/** What a ledger is of. A run that finds another one than its own refuses: it would mix the pasts of different playlists. */
export type Origin = {
  readonly version: 1;
  /** `owner/name` on GitHub; null where the repository has no remote. */
  readonly repository: string | null;
  /** Who each account is at Spotify; null until its first sign-in. */
  readonly accounts: { readonly [account in AccountName]?: UserId };
  /** Its Spotify is the simulator's; `reports/simulator.json` then holds the world. */
  readonly simulated: boolean;
};
