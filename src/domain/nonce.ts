import { hashOf } from './hash.ts';
import type { AccountName, Slug } from './ids.ts';

/** Stands in the description of a playlist that a run created and has not described yet: by it the run knows it again. */
export const nonceOf = (account: AccountName, slug: Slug, run: string): string =>
  `setlist-${hashOf([account, slug, run]).slice(0, 24)}`;

export const isNonce = (description: string): boolean => /^setlist-[0-9a-f]{24}$/.test(description);
