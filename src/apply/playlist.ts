import { hashKeys } from '../domain/hash.ts';
import type { PlaylistId } from '../domain/ids.ts';
import type { PlaylistPlan } from '../domain/plan.ts';
import { type Actual, keysOf, type RowKey } from '../domain/playlist.ts';
import { readWhole } from '../gather/whole.ts';
import type { Clock, ReadSpotify, Say, WriteSpotify } from '../ports.ts';
import { Bug } from '../problem/bug.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { Stopped } from './stopped.ts';

type Ports = {
  readonly read: ReadSpotify;
  readonly write: WriteSpotify;
  readonly clock: Clock;
  readonly say: Say;
  readonly signal?: AbortSignal;
};

/** How long after a write the list may still show the state before, in milliseconds (`spotify-api.md` 4.13: 0.6 s seen). */
const settlingMs = 2_000;

/** The playlist while its plan is carried out: what stands in it as far as we know, and what was sent. */
export class Playlist {
  readonly plan: PlaylistPlan;
  id: PlaylistId | null;
  /** As it stands now, by our own writes and what was read. */
  rows: readonly RowKey[] = [];
  /** As it was last read, whole. */
  actual: Actual | null = null;
  requests = 0;
  hasWritten = false;
  readonly #ports: Ports;

  constructor(plan: PlaylistPlan, ports: Ports) {
    this.plan = plan;
    this.id = plan.id;
    this.#ports = ports;
  }

  /** Refuses to begin when somebody changed the list after it was planned. */
  async mustBeAsPlanned(): Promise<void> {
    await this.readWhole();
    if (hashKeys(this.rows) === this.plan.before.hash) return;
    throw new Failure([problem('apply/changed-since-plan', { playlist: this.plan.name })]);
  }

  async readWhole(): Promise<Actual> {
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

  /** Reads after a write whose outcome is not known, once what it may have done must show. */
  async readBack(): Promise<readonly RowKey[]> {
    this.#ports.say(`reading "${this.plan.name}" back: it is not known whether the last write took effect`);
    await this.#ports.clock.sleep(settlingMs);
    await this.readWhole();
    return this.rows;
  }

  /** One reading request. */
  ask<T>(run: (read: ReadSpotify) => Promise<T>): Promise<T> {
    return this.#ask(run);
  }

  /** One writing request; refuses when a signal asked us to end. */
  async send<T>(run: (write: WriteSpotify) => Promise<T>): Promise<T> {
    if (this.#ports.signal?.aborted === true) throw new Stopped('ended by a signal');
    this.requests += 1;
    this.hasWritten = true;
    return run(this.#ports.write);
  }

  known(): PlaylistId {
    if (this.id === null) throw new Bug('the playlist is not created yet');
    return this.id;
  }

  async settle(): Promise<void> {
    await this.#ports.clock.sleep(settlingMs);
  }

  async #ask<T>(run: (read: ReadSpotify) => Promise<T>): Promise<T> {
    this.requests += 1;
    return run(this.#ports.read);
  }
}
