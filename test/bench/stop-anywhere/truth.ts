import type { Playlist } from '../../../src/simulator/world/schema/playlists.ts';
import type { World } from '../../../src/simulator/world/world.ts';

/** A playlist as it stands in the world. */
export type State = { readonly rows: readonly string[]; readonly name: string; readonly description: string };

/** `process` counts the processes of a stand from 0; a hand is a person's, before or after a run said what it had found. */
export type Doer =
  | { readonly by: 'setlist'; readonly process: number }
  | { readonly by: 'hand'; readonly since: 'last night' | 'the killed run' };

/** What really happened to one playlist; `before` is null for one that began. */
export type Change = {
  readonly playlist: string;
  readonly who: Doer;
  readonly before: State | null;
  readonly after: State;
};

const stateOf = ({ rows, name, description }: Playlist): State => ({
  rows: rows.map(({ uri }) => uri ?? ''),
  name,
  description: description ?? '',
});

const isSame = (one: State, other: State): boolean =>
  one.name === other.name &&
  one.description === other.description &&
  one.rows.length === other.rows.length &&
  one.rows.every((uri, index) => uri === other.rows[index]);

/** Watches the world itself: what really changed, in order, and whose doing it was. */
export class Witness {
  readonly changes: Change[] = [];
  readonly #world: World;
  #last: ReadonlyMap<string, State>;

  constructor(world: World) {
    this.#world = world;
    this.#last = this.states();
  }

  states(): ReadonlyMap<string, State> {
    return new Map([...this.#world.playlists].map(([id, playlist]) => [id, stateOf(playlist)]));
  }

  /** Notes what changed since it looked last as this one's doing. */
  note(who: Doer): void {
    const now = this.states();
    for (const [playlist, after] of now) {
      const before = this.#last.get(playlist) ?? null;
      if (before === null || !isSame(before, after)) this.changes.push({ playlist, who, before, after });
    }
    this.#last = now;
  }
}

/** Changes of one playlist that follow each other and are the same one's doing, as one. */
export function segmentsOf(changes: readonly Change[], playlist: string): readonly Change[] {
  const segments: Change[] = [];
  for (const change of changes.filter((one) => one.playlist === playlist)) {
    const last = segments.at(-1);
    if (last !== undefined && isSameDoer(last.who, change.who))
      segments[segments.length - 1] = { ...last, after: change.after };
    else segments.push(change);
  }
  return segments;
}

const isSameDoer = (one: Doer, other: Doer): boolean =>
  one.by === 'hand'
    ? other.by === 'hand' && one.since === other.since
    : other.by === 'setlist' && one.process === other.process;
