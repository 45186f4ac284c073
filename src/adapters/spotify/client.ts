import type { AccountName } from '../../domain/ids.ts';
import { buckets } from '../../domain/portfolio.ts';
import type { Times } from '../../domain/quota.ts';
import type { Dispatcher } from '../../http/request.ts';
import type { Clock, Sent } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { type Call, nameOf, urlOf } from './call.ts';
import { Counters } from './counters.ts';
import type { Gate } from './gate.ts';
import { type Answered, send } from './http.ts';
import type { Pace } from './pace.ts';
import { longestWaitMs, problemOf } from './refusal.ts';
import { refused } from './refused.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Session } from './session.ts';

export type Wire = {
  readonly apiUrl: string;
  readonly app: string;
  readonly account: AccountName;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly gate: Gate;
  readonly session: Session;
  readonly dispatcher: Dispatcher;
  /** From 0 to 1, for the jitter of waits. */
  readonly random: () => number;
  /** Aborted: the request in flight ends, then nothing more is sent and no wait is sat out. */
  readonly signal?: AbortSignal;
};

/** Reads the text of an answer; throws a `Failure` when it is not what was asked for. */
export type Reading<T> = (text: string, request: string) => T;

/** With one request in seven failing, one read in a million is given up. */
const mostRetries = 6;
const mostWaits = 4;
/** Since July 2026 a token that is good is refused at times (`spotify-api.md` 7). */
const mostSignIns = 2;

/** What happened to one try: an answer to read, or what to do next. */
type Verdict<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'wait'; readonly ms: number; readonly problem: Problem }
  | { readonly kind: 'sign-in'; readonly problem: Problem }
  | { readonly kind: 'again'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Sends requests as one account: paced, signed in, counted, retried where that is safe. */
export class Client {
  readonly #wire: Wire;
  readonly #sent = new Counters();
  #aheadMs: number | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  get sent(): Sent {
    // Sound: the entries are the buckets, each once.
    return Object.fromEntries(buckets.map((bucket) => [bucket, this.#sent.total(bucket)])) as Sent;
  }

  /** When they were sent. */
  get times(): Times {
    return this.#sent.times;
  }

  /** By how much our clock was ahead of Spotify's at the first answer that told it, in milliseconds. */
  get aheadMs(): number | undefined {
    return this.#aheadMs;
  }

  /** What a successful answer reads as. Throws a `Failure`; a write that may have happened is never sent again. */
  async send<T>(call: Call, read: Reading<T>): Promise<T> {
    const tries = { again: 0, waits: 0, signIns: 0 };
    const { clock, gate, session, signal } = this.#wire;
    for (;;) {
      signal?.throwIfAborted();
      await gate.admit(call.bucket, signal);
      const token = await session.token();
      const answered = await this.#wire.pace(() => this.#try(call, token));
      const verdict = this.#judge(call, answered, read);
      switch (verdict.kind) {
        case 'done':
          return verdict.value;
        case 'wait':
          gate.restFor(this.#jittered(verdict.ms));
          if (call.method !== 'GET') throw refused(call, verdict.problem);
          if (++tries.waits > mostWaits) {
            gate.heed(call.bucket, verdict.problem);
            throw refused(call, verdict.problem);
          }
          break;
        case 'sign-in':
          session.refuse(token);
          if (call.method !== 'GET' || ++tries.signIns > mostSignIns) throw refused(call, verdict.problem);
          break;
        case 'again':
          if (++tries.again > mostRetries) throw new Failure([verdict.problem]);
          await clock.sleep(this.#jittered(500 * 2 ** tries.again), signal);
          break;
        case 'failed':
          gate.heed(call.bucket, verdict.problem);
          throw refused(call, verdict.problem);
      }
    }
  }

  async #try(call: Call, token: string): Promise<Answered> {
    const { apiUrl, dispatcher, gate, clock, signal, session } = this.#wire;
    // Again, for what happened while it waited for its turn.
    signal?.throwIfAborted();
    gate.take(call.bucket);
    this.#sent.add(call.bucket, clock.now());
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const { method } = call;
    const sending = { url: urlOf(apiUrl, call), method, headers, secrets: session.secrets };
    const answered = await send({ ...sending, ...(body === undefined ? {} : { body }) }, dispatcher);
    const serverMs = answered.kind === 'answer' ? Date.parse(answered.date ?? '') : Number.NaN;
    if (!Number.isNaN(serverMs)) this.#aheadMs ??= clock.now() - serverMs;
    return answered;
  }

  #judge<T>(call: Call, answered: Answered, read: Reading<T>): Verdict<T> {
    const request = nameOf(call);
    const { account, app, clock } = this.#wire;
    if (answered.kind === 'broken') {
      const { reason, mayHaveArrived } = answered;
      if (call.method === 'GET' || !mayHaveArrived)
        return { kind: 'again', problem: problem('spotify/unreachable', { request, reason }) };
      return { kind: 'failed', problem: problem('spotify/unknown-outcome', { request, reason }) };
    }
    const { status, text } = answered;
    if (status >= 200 && status < 300) return this.#read(call, text, read);
    const said = problemOf(answered, { request, bucket: call.bucket, account, app }, clock.now());
    if (status === 401) return { kind: 'sign-in', problem: said };
    if (said.code === 'spotify/rate-limited') {
      const waitMs = retryAfterMs(answered.retryAfter, clock.now());
      return waitMs === undefined || waitMs > longestWaitMs
        ? { kind: 'failed', problem: said }
        : { kind: 'wait', ms: waitMs, problem: said };
    }
    if (status < 500) return { kind: 'failed', problem: said };
    if (call.method === 'GET') return { kind: 'again', problem: said };
    return {
      kind: 'failed',
      problem: problem('spotify/unknown-outcome', { request, reason: `Spotify answered ${status}` }),
    };
  }

  /** A read that came back garbled is asked again; a write was accepted, and what it did is only told by reading. */
  #read<T>(call: Call, text: string, read: Reading<T>): Verdict<T> {
    const request = nameOf(call);
    try {
      return { kind: 'done', value: read(text, request) };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const reason = 'its answer cannot be read';
      return call.method === 'GET'
        ? { kind: 'again', problem: error.problems[0] }
        : { kind: 'failed', problem: problem('spotify/unknown-outcome', { request, reason }) };
    }
  }

  #jittered(ms: number): number {
    return Math.ceil(ms * (1 + this.#wire.random() / 4));
  }
}
