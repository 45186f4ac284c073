import { type Bucket, buckets, type Closed, type Requests } from './portfolio.ts';

/** Quotas were seen to count the last 24 hours (`spotify-api.md` 5). */
export const quotaWindowMs = 86_400_000;

/** The second of each request, counted from 1970, in order. */
export type Times = { readonly [bucket in Bucket]?: readonly number[] };

/** What earlier runs leave of an account's quota: what they sent, and buckets that Spotify closed. */
export type Used = { readonly times: Times; readonly closed: Closed };

/** All of them as one: everything that was sent, and of each closed bucket the latest end. */
export function together(all: readonly Used[]): Used {
  const closed = buckets.flatMap((bucket) => {
    const until = all
      .flatMap((one) => one.closed[bucket] ?? [])
      .sort()
      .at(-1);
    return until === undefined ? [] : [[bucket, until] as const];
  });
  return { times: merged(all.map(({ times }) => times)), closed: Object.fromEntries(closed) };
}

/** Everything that was sent, in order; buckets in which nothing was are left out. */
export const merged = (all: readonly Times[]): Times =>
  Object.fromEntries(
    buckets.flatMap((bucket) => {
      const seconds = all.flatMap((times) => times[bucket] ?? []).sort((one, other) => one - other);
      return seconds.length === 0 ? [] : [[bucket, seconds] as const];
    }),
  );

export const secondOf = (ms: number): number => Math.floor(ms / 1000);

/** The moment from which a request of that second counts no more, wherever in it it was sent. */
export const forgottenAt = (second: number): number => (second + 1) * 1000 + quotaWindowMs;

/**
 * What is kept back for requests that have to be sent again: a tenth, and at least one where there is any. A playlist is
 * begun only where this fits too.
 */
export const withRetries = (price: Requests): Requests =>
  // Sound: the entries are the buckets, each once.
  Object.fromEntries(buckets.map((bucket) => [bucket, Math.ceil(price[bucket] * 1.1)])) as Requests;
