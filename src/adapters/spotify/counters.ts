import { type Bucket, buckets } from '../../domain/portfolio.ts';
import { forgottenAt, quotaWindowMs, secondOf, type Times } from '../../domain/quota.ts';

/** When requests were sent, by bucket. */
export class Counters {
  readonly #seconds: ReadonlyMap<Bucket, number[]>;

  /** What several accounts sent counts together. */
  constructor(all: readonly Times[] = []) {
    this.#seconds = new Map(
      buckets.map((bucket) => [bucket, all.flatMap((times) => times[bucket] ?? []).sort((one, other) => one - other)]),
    );
  }

  get times(): Times {
    return Object.fromEntries([...this.#seconds].filter(([, seconds]) => seconds.length > 0));
  }

  add(bucket: Bucket, nowMs: number): void {
    const seconds = this.#of(bucket);
    const second = secondOf(nowMs);
    // Only what a run that was cut off may have sent can lie ahead.
    seconds.splice(upTo(seconds, second), 0, second);
  }

  /** Requests so far. */
  total(bucket: Bucket): number {
    return this.#of(bucket).length;
  }

  /** How many of the requests so far still count at a moment. */
  within(bucket: Bucket, atMs: number): number {
    const seconds = this.#of(bucket);
    // Those of this second and earlier ones are forgotten.
    return seconds.length - upTo(seconds, secondOf(atMs - quotaWindowMs) - 1);
  }

  /** The first moment at which fewer than `most` count, milliseconds since 1970; 0 when that was always so. */
  freeAt(bucket: Bucket, most: number): number {
    if (most <= 0) return Number.POSITIVE_INFINITY;
    const seconds = this.#of(bucket);
    const last = seconds[seconds.length - most];
    return last === undefined ? 0 : forgottenAt(last);
  }

  #of(bucket: Bucket): number[] {
    return this.#seconds.get(bucket) ?? [];
  }
}

/** How many of these come no later than a second. */
function upTo(seconds: readonly number[], second: number): number {
  let [low, high] = [0, seconds.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((seconds[middle] ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  return low;
}
