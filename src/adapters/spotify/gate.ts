import { type Bucket, buckets, type Closed } from '../../domain/portfolio.ts';
import type { Clock } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';

/** How long a bucket stays closed when Spotify does not say: quotas were seen to be of 24 hours (`spotify-api.md` 5). */
const unsaidMs = 86_400_000;

/** `said` is the refusal of this run; earlier ones left only their time. */
type Shut = { readonly untilMs: number; readonly said: Problem | undefined };

/**
 * The buckets that Spotify closed to one app, for all its accounts: quota and pace are the app's. Nothing is sent into a
 * closed one, since asking on while blocked makes it worse; the others stay open.
 */
export class Gate {
  readonly #clock: Clock;
  readonly #shut = new Map<Bucket, Shut>();

  /** `closed` is what earlier runs were told. */
  constructor(clock: Clock, closed: Closed = {}) {
    this.#clock = clock;
    for (const bucket of buckets) {
      const until = closed[bucket];
      if (until !== undefined) this.#shut.set(bucket, { untilMs: Date.parse(until), said: undefined });
    }
  }

  /** Buckets that are closed still, and until when. */
  get closed(): Closed {
    const still = [...this.#shut].filter(([, { untilMs }]) => untilMs > this.#clock.now());
    return Object.fromEntries(still.map(([bucket, { untilMs }]) => [bucket, new Date(untilMs).toISOString()]));
  }

  /** Throws a `Failure` while the bucket is closed. */
  mustBeOpen(bucket: Bucket): void {
    const { untilMs = 0, said } = this.#shut.get(bucket) ?? {};
    const leftMs = untilMs - this.#clock.now();
    if (leftMs <= 0) return;
    throw new Failure([said ?? problem('spotify/quota-exceeded', { bucket, retryAfterMs: leftMs })]);
  }

  /** Closes the bucket when that is what Spotify's refusal means. */
  heed(bucket: Bucket, said: Problem): void {
    const { code, facts } = said;
    if (code !== 'spotify/quota-exceeded' && code !== 'spotify/rate-limited') return;
    // Both codes say how long, or that it was not said.
    const { retryAfterMs } = facts as { readonly retryAfterMs: number | null };
    this.#shut.set(bucket, { untilMs: this.#clock.now() + (retryAfterMs ?? unsaidMs), said });
  }
}
