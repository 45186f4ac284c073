import { hashKeys } from '../domain/hash.ts';
import type { PlaylistId } from '../domain/ids.ts';
import type { PlaylistPlan } from '../domain/plan.ts';
import { type Actual, keysOf, type RowKey } from '../domain/playlist.ts';
import type { Requests } from '../domain/portfolio.ts';
import { readWhole } from '../gather/whole.ts';
import type { Clock, ReadSpotify, Say, WriteSpotify } from '../ports.ts';
import { Bug } from '../problem/bug.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import type { Announce } from './anew.ts';
import { unknownOutcome } from './attempt.ts';
import { hashOfRows } from './same-rows.ts';
import { Stopped } from './stopped.ts';

type Ports = {
  readonly read: ReadSpotify;
  readonly write: WriteSpotify;
  readonly clock: Clock;
  readonly say: Say;
  readonly announce: Announce;
  readonly spare: () => Requests;
  readonly signal?: AbortSignal;
};

/** By when what was written shows, in milliseconds (`spotify-api.md` 4.13: 0.6 s seen). */
const showingMs = 1_000;

/** The playlist while its plan is carried out: what stands in it as far as we know, and what was sent. */
export class Playlist {
  readonly plan: PlaylistPlan;
  id: PlaylistId | null;
  /** As it stands now, by our own writes and what was read. */
  rows: readonly RowKey[] = [];
  /** As it was last read, whole. */
  actual: Actual | null = null;
  requests = 0;
  /** Something was written, or may have been. */
  hasWritten = false;
  #own: readonly RowKey[] | null = null;
  /** Of all states in which our own writes left it. */
  readonly #ownHashes = new Set<string>();
  /** When the last write was answered. */
  #writtenMs = Number.NEGATIVE_INFINITY;
  readonly #ports: Ports;

  constructor(plan: PlaylistPlan, ports: Ports) {
    this.plan = plan;
    this.id = plan.id;
    this.#ports = ports;
  }

  /** As our own writes left it, whatever others did since; null before anything is known of it. */
  get own(): readonly RowKey[] | null {
    return this.#own;
  }

  set own(rows: readonly RowKey[] | null) {
    this.#own = rows;
    if (rows !== null) this.#ownHashes.add(hashOfRows(rows));
  }

  /** What stands there stood there already before our own last write, or before others of ours. */
  isAsBefore(): boolean {
    return this.#ownHashes.has(hashOfRows(this.rows));
  }

  /** It was just created, empty. */
  begunAs(id: PlaylistId): void {
    this.id = id;
    this.own = [];
    this.hasWritten = true;
  }

  /** Refuses to begin when somebody changed the list after it was planned. */
  async mustBeAsPlanned(): Promise<void> {
    await this.readWhole();
    this.own = this.rows;
    if (hashKeys(this.rows) === this.plan.before.hash) return;
    throw new Failure([problem('apply/changed-since-plan', { playlist: this.plan.name })]);
  }

  /** Waits until our own last write shows: reading once is cheaper than reading twice. */
  async readWhole(): Promise<Actual> {
    const waitMs = this.#writtenMs + showingMs - this.#ports.clock.now();
    if (waitMs > 0) await this.settle(waitMs);
    const whole = await readWhole(
      {
        playlist: (id) => this.#ask((read) => read.playlist(id)),
        rows: (id, offset) => this.#ask((read) => read.rows(id, offset)),
      },
      this.known(),
    );
    if (whole.kind !== 'whole')
      throw new Failure([
        problem('plan/unreadable', {
          playlist: this.plan.name,
          absence: whole.kind === 'withheld' ? 'forbidden' : 'part',
        }),
      ]);
    this.actual = whole.actual;
    this.rows = keysOf(whole.actual.rows);
    return whole.actual;
  }

  /** Reads once more when what was written must show by now. */
  async readBack(settlingMs: number): Promise<readonly RowKey[]> {
    this.#ports.say(`reading "${this.plan.name}" back: what was last written does not show`);
    await this.settle(settlingMs);
    await this.readWhole();
    return this.rows;
  }

  get announce(): Announce {
    return this.#ports.announce;
  }

  /** What can be sent beyond the plan's price and what others need. */
  spare(): Requests {
    return this.#ports.spare();
  }

  /** One reading request. */
  ask<T>(run: (read: ReadSpotify) => Promise<T>): Promise<T> {
    return this.#ask(run);
  }

  /** One writing request; refuses when a signal asked us to end. */
  async send<T>(run: (write: WriteSpotify) => Promise<T>): Promise<T> {
    this.#mustGoOn();
    this.requests += 1;
    try {
      const answer = await run(this.#ports.write);
      this.#writtenMs = this.#ports.clock.now();
      this.hasWritten = true;
      return answer;
    } catch (error) {
      if (unknownOutcome(error) !== undefined) this.hasWritten = true;
      throw error;
    }
  }

  known(): PlaylistId {
    if (this.id === null) throw new Bug('the playlist is not created yet');
    return this.id;
  }

  settle(ms: number): Promise<void> {
    return this.#ports.clock.sleep(ms, this.#ports.signal);
  }

  async #ask<T>(run: (read: ReadSpotify) => Promise<T>): Promise<T> {
    this.#mustGoOn();
    this.requests += 1;
    return run(this.#ports.read);
  }

  #mustGoOn(): void {
    if (this.#ports.signal?.aborted === true) throw new Stopped('ended by a signal');
  }
}
