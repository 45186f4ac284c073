import { Temporal } from 'temporal-polyfill';
import type { AccountName } from './ids.ts';
import type { Instant } from './playlist.ts';

/**
 * When Spotify ends a sign-in: six calendar months after the person agreed, whatever is refreshed meanwhile
 * (`spotify-api.md` 3.3). Where the month has no such day it is the month's last one.
 */
export const endOfSignIn = (authorizedAt: Instant): Instant =>
  Temporal.Instant.from(authorizedAt).toZonedDateTimeISO('UTC').add({ months: 6 }).toInstant().toString();

/** The variable, and the secret on GitHub, that holds what a sign-in gave an account. */
export const secretVariable = (account: AccountName): string =>
  `SETLIST_TOKEN_${account.toUpperCase().replaceAll('-', '_')}`;
