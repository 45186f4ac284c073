import type { Bucket, Closed, Requests } from './portfolio.ts';
import { buckets } from './portfolio.ts';

/** Quotas were seen to count the last 24 hours (`spotify-api.md` 5). */
export const quotaWindowMs = 86_400_000;
const minuteMs = 60_000;

/** Requests that were sent into a bucket within one minute, counted from 1970. */
export type Stamp = { readonly bucket: Bucket; readonly minute: number; readonly requests: number };

/** What earlier runs leave of an account's quota: what they sent, and buckets that Spotify closed. */
export type Used = { readonly stamps: readonly Stamp[]; readonly closed: Closed };

export const minuteOf = (ms: number): number => Math.floor(ms / minuteMs);

/** The moment from which requests of that minute count no more, wherever in it they were sent. */
export const forgottenAt = (minute: number): number => (minute + 1) * minuteMs + quotaWindowMs;

/**
 * What is kept back for requests that have to be sent again: a tenth, and at least one where there is any. A playlist is
 * begun only where this fits too.
 */
export const withRetries = (price: Requests): Requests =>
  // Sound: the entries are the buckets, each once.
  Object.fromEntries(buckets.map((bucket) => [bucket, Math.ceil(price[bucket] * 1.1)])) as Requests;
