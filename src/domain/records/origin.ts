import type { AccountId, AccountName, UserId } from '../ids.ts';
import type { User } from '../user.ts';

/** What a ledger is of. A run that finds another one than its own refuses: it would mix the pasts of different playlists. */
export type Origin = {
  readonly version: 1;
  /** `owner/name` on GitHub; null where the repository has no remote. */
  readonly repository: string | null;
  /** Who each account is at Spotify; absent until its first sign-in. */
  readonly accounts: { readonly [account in AccountName]?: UserId };
  /** The same by what never changes, where Spotify told it; ledgers from before it did have none. */
  readonly accountIds?: { readonly [account in AccountName]?: AccountId };
  /** Its Spotify is the simulator's; `reports/simulator.json` then holds the world. */
  readonly simulated: boolean;
};

/** Whom a ledger knows by the name of an account. */
export function userOf(origin: Origin | null, account: AccountName): User | undefined {
  const id = origin?.accounts[account];
  return id === undefined ? undefined : { id, accountId: origin?.accountIds?.[account] ?? null };
}

/** The origin that also knows whom another run came to know; of the same account, the `committed` one is right. */
export const withKnown = (origin: Origin, committed: Origin): Origin => ({
  ...origin,
  accounts: { ...origin.accounts, ...committed.accounts },
  ...(origin.accountIds === undefined && committed.accountIds === undefined
    ? {}
    : { accountIds: { ...origin.accountIds, ...committed.accountIds } }),
});

/** The origin that also knows this user; who is known already stays, and only gains what never changes. */
export function withUser(origin: Origin, account: AccountName, { id, accountId }: User): Origin {
  const accounts = { [account]: id, ...origin.accounts };
  if (accountId === null) return { ...origin, accounts };
  return { ...origin, accounts, accountIds: { [account]: accountId, ...origin.accountIds } };
}
