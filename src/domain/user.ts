import type { AccountId, UserId } from './ids.ts';

/** Somebody at Spotify: `id` is what playlists name their owner by; `accountId`, which never changes, is null where nobody told it. */
export type User = { readonly id: UserId; readonly accountId: AccountId | null };

/** Whether whom we met is whom we know: by the account where both say it (`spotify-api.md` 2.1), else by what they say. */
export const isSameUser = (known: User, met: User): boolean =>
  known.accountId !== null && met.accountId !== null
    ? known.accountId === met.accountId
    : // One name alone may be either.
      [known.id, known.accountId].some((name) => name === (met.id as string));
