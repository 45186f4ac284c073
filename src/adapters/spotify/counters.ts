import type { Bucket } from '../../domain/portfolio.ts';
import { forgottenAt, minuteOf, type Stamp } from '../../domain/quota.ts';

/** Requests by bucket and minute. */
export class Counters {
  readonly #minutes = new Map<Bucket, Map<number, number>>();

  constructor(stamps: readonly Stamp[] = []) {
    for (const { bucket, minute, requests } of stamps) this.#count(bucket, minute, requests);
  }

  /** Each minute once, oldest first. */
  get stamps(): readonly Stamp[] {
    return [...this.#minutes].flatMap(([bucket]) =>
      this.#oldestFirst(bucket).map(([minute, requests]) => ({ bucket, minute, requests })),
    );
  }

  add(bucket: Bucket, nowMs: number): void {
    this.#count(bucket, minuteOf(nowMs), 1);
  }

  /** Requests so far. */
  total(bucket: Bucket): number {
    return this.#oldestFirst(bucket).reduce((sum, [, requests]) => sum + requests, 0);
  }

  /** How many of the requests so far still count at a moment. */
  within(bucket: Bucket, atMs: number): number {
    const counting = this.#oldestFirst(bucket).filter(([minute]) => forgottenAt(minute) > atMs);
    return counting.reduce((sum, [, requests]) => sum + requests, 0);
  }

  /** The first moment at which fewer than `most` count, milliseconds since 1970; in the past when that is now. */
  freeAt(bucket: Bucket, most: number): number {
    if (most <= 0) return Number.POSITIVE_INFINITY;
    let left = this.total(bucket);
    if (left < most) return 0;
    for (const [minute, requests] of this.#oldestFirst(bucket)) {
      left -= requests;
      if (left < most) return forgottenAt(minute);
    }
    return 0;
  }

  #count(bucket: Bucket, minute: number, requests: number): void {
    const minutes = this.#minutes.get(bucket) ?? new Map<number, number>();
    this.#minutes.set(bucket, minutes.set(minute, (minutes.get(minute) ?? 0) + requests));
  }

  #oldestFirst(bucket: Bucket): readonly (readonly [minute: number, requests: number])[] {
    return [...(this.#minutes.get(bucket) ?? [])].sort(([one], [other]) => one - other);
  }
}
