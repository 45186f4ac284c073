import { type Bucket, buckets, type Closed, type Requests } from '../../domain/portfolio.ts';
import { forgottenAt, secondOf, type Used } from '../../domain/quota.ts';
import type { Clock } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { Counters } from './counters.ts';

/** How long a bucket stays closed when Spotify does not say: quotas were seen to be of 24 hours (`spotify-api.md` 5). */
const unsaidMs = 86_400_000;

/**
 * How long a run waits, all in all, for requests of the day before to count no more, in milliseconds: nights do not begin
 * on the minute, and one that begins early would find its budgets taken.
 */
const patienceMs = 30 * 60_000;

/** `said` is the refusal of this run; earlier ones left only their time. */
type Shut = { readonly untilMs: number; readonly said: Problem | undefined };

export type Opening = {
  readonly clock: Clock;
  /** The most requests of any 24 hours, by bucket. */
  readonly budget: Requests;
  /** What earlier runs sent and were told, as each of the app's accounts. */
  readonly used?: readonly Used[];
};

/**
 * What one app may still send, for all its accounts: quota and pace are the app's. Nothing is sent into a bucket that
 * Spotify closed, since asking on while blocked makes it worse, nor beyond our own budget of 24 hours; the other buckets
 * stay open.
 */
export class Gate {
  readonly #clock: Clock;
  readonly #budget: Requests;
  readonly #counters: Counters;
  readonly #shut = new Map<Bucket, Shut>();
  readonly #patientUntilMs: number;
  /** Until when Spotify asked us to wait, milliseconds since 1970. */
  #restsUntilMs = 0;

  constructor({ clock, budget, used = [] }: Opening) {
    this.#clock = clock;
    this.#budget = budget;
    this.#counters = new Counters(used.map(({ times }) => times));
    this.#patientUntilMs = clock.now() + patienceMs;
    for (const bucket of buckets) {
      const untilMs = Math.max(...used.map(({ closed }) => Date.parse(closed[bucket] ?? '1970-01-01')));
      if (untilMs > 0) this.#shut.set(bucket, { untilMs, said: undefined });
    }
  }

  /** Buckets that Spotify closed and that are closed still, and until when. */
  get closed(): Closed {
    const still = [...this.#shut].filter(([, { untilMs }]) => untilMs > this.#clock.now());
    return Object.fromEntries(still.map(([bucket, { untilMs }]) => [bucket, new Date(untilMs).toISOString()]));
  }

  /** Requests that this run can still send, waiting for some included. */
  get room(): Requests {
    const untilMs = Math.max(this.#clock.now(), this.#patientUntilMs);
    const roomOf = (bucket: Bucket): number =>
      this.#leftMs(bucket) > 0 ? 0 : Math.max(0, this.#budget[bucket] - this.#counters.within(bucket, untilMs));
    // Sound: the entries are the buckets, each once.
    return Object.fromEntries(buckets.map((bucket) => [bucket, roomOf(bucket)])) as Requests;
  }

  /** Lets nothing through for so long, into no bucket: Spotify asked us to wait, and its pace is of the app. */
  restFor(ms: number): void {
    this.#restsUntilMs = Math.max(this.#restsUntilMs, this.#clock.now() + ms);
  }

  /** Resolves when the bucket has room and no rest is left; throws a `Failure` when it is closed, or full for longer than a run waits. */
  async admit(bucket: Bucket, signal?: AbortSignal): Promise<void> {
    for (;;) {
      this.#mustBeOpen(bucket);
      const now = this.#clock.now();
      const freeMs = this.#counters.freeAt(bucket, this.#budget[bucket]);
      if (freeMs > Math.max(now, this.#patientUntilMs)) throw new Failure([this.spent(bucket)]);
      const untilMs = Math.max(freeMs, this.#restsUntilMs);
      if (untilMs <= now) return;
      await this.#clock.sleep(untilMs - now, signal);
    }
  }

  /** Counts a request that is sent now; throws a `Failure` where none may be. */
  take(bucket: Bucket): void {
    this.#mustBeOpen(bucket);
    const now = this.#clock.now();
    const freeMs = this.#counters.freeAt(bucket, this.#budget[bucket]);
    if (freeMs > now) throw new Failure([this.spent(bucket)]);
    this.#counters.add(bucket, now);
  }

  /** What there is to say of a bucket that has no room: that Spotify closed it, or our budget and when there is some again. */
  spent(bucket: Bucket): Problem {
    if (this.#leftMs(bucket) > 0) return this.#closed(bucket);
    const budget = this.#budget[bucket];
    const freeMs = this.#counters.freeAt(bucket, budget);
    const isLater = Number.isFinite(freeMs) && freeMs > this.#clock.now();
    const free = isLater ? minuteOf(freeMs) : null;
    return problem('spotify/budget-spent', { bucket, budget, free });
  }

  /**
   * The minute, in UTC, from which so many requests can be sent into a bucket beside those that are planned now, as far as
   * is known by now; null where no 24 hours hold them.
   */
  freeFor(bucket: Bucket, requests: number, planned: number): string | null {
    const most = this.#budget[bucket] - requests + 1;
    if (most <= 0) return null;
    const now = this.#clock.now();
    const beside = this.#counters.freeAt(bucket, most - planned);
    const after = Math.max(this.#counters.freeAt(bucket, most), forgottenAt(secondOf(now)));
    return minuteOf(Math.max(now, Math.min(beside, after), this.#shut.get(bucket)?.untilMs ?? 0));
  }

  /** Closes the bucket when that is what Spotify's refusal means. */
  heed(bucket: Bucket, said: Problem): void {
    const untilMs = closedUntil(said, this.#clock.now());
    if (untilMs !== undefined) this.#shut.set(bucket, { untilMs, said });
  }

  #mustBeOpen(bucket: Bucket): void {
    if (this.#leftMs(bucket) > 0) throw new Failure([this.#closed(bucket)]);
  }

  #closed(bucket: Bucket): Problem {
    const retryAfterMs = this.#leftMs(bucket);
    return this.#shut.get(bucket)?.said ?? problem('spotify/quota-exceeded', { bucket, retryAfterMs });
  }

  #leftMs(bucket: Bucket): number {
    return (this.#shut.get(bucket)?.untilMs ?? 0) - this.#clock.now();
  }
}

/** Until when a refusal closes its bucket, milliseconds since 1970; undefined where it closes none. */
export function closedUntil({ code, facts }: Problem, nowMs: number): number | undefined {
  if (code !== 'spotify/quota-exceeded' && code !== 'spotify/rate-limited') return undefined;
  // Both codes say how long, or that it was not said.
  const { retryAfterMs } = facts as { readonly retryAfterMs: number | null };
  return nowMs + (retryAfterMs ?? unsaidMs);
}

const minuteOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;
