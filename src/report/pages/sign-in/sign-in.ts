import type { AccountName } from '../../../domain/ids.ts';
import type { Scope } from '../../../domain/scope.ts';
import type { User } from '../../../domain/user.ts';

/** Where Spotify asks people and where programs ask Spotify; neither ends with a slash. */
export type SpotifyAddresses = { readonly authUrl: string; readonly apiUrl: string };

export const realSpotify: SpotifyAddresses = {
  authUrl: 'https://accounts.spotify.com',
  apiUrl: 'https://api.spotify.com/v1',
};

/** An account that somebody has to sign in. */
export type Door = {
  readonly account: AccountName;
  readonly app: string;
  readonly clientId: string;
  /** What its rules need and no more. */
  readonly scopes: readonly Scope[];
  /** Whom the ledger knows by this account's name; null before its first night. */
  readonly user: User | null;
};

/** Who can sign in, in the order of setlist.yaml, and where; null: there is nothing to sign in to. */
export type SignIn = { readonly doors: readonly Door[]; readonly spotify: SpotifyAddresses | null };
