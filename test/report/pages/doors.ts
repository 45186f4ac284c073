import type { AccountName, UserId } from '../../../src/domain/ids.ts';
import type { Insight } from '../../../src/report/insight/insight.ts';
import { type Door, realSpotify, type SignIn } from '../../../src/report/pages/sign-in/sign-in.ts';

export const door = (account: string, more: Partial<Door> = {}): Door => ({
  account: account as AccountName,
  app: 'nightly',
  clientId: 'app',
  scopes: ['playlist-modify-private', 'playlist-modify-public', 'playlist-read-collaborative', 'playlist-read-private'],
  user: null,
  ...more,
});

/** Two accounts at the real Spotify: one known for years, one new. */
export const doors: SignIn = {
  doors: [
    door('owner', { user: { id: 'owner' as UserId, accountId: null } }),
    door('label', { scopes: [...door('').scopes, 'user-library-read'] }),
  ],
  spotify: realSpotify,
};

export const doorsOf = ({ simulated }: Insight): SignIn => ({ ...doors, spotify: simulated ? null : realSpotify });
