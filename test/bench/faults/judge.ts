import type { Outcome } from '../../../src/domain/plan.ts';
import type { AuditBody } from '../../../src/domain/records/audit.ts';
import type { World } from '../../../src/simulator/world/world.ts';
import { type List, type Night, rowsOf, uriOf } from './world.ts';

type Tally = Map<string, number>;

/** Holds what a playlist really became against what it should be, and against what the audit tells of it. */
export class Judge {
  readonly #world: World;
  /** By list, the copies of each track by the audit so far. */
  readonly #told: ReadonlyMap<List, Tally>;
  /** By list, tracks that people put in and the audit has not told yet. */
  readonly #byHand = new Map<List, Set<string>>();

  constructor(world: World, lists: readonly List[]) {
    this.#world = world;
    this.#told = new Map(lists.map((list) => [list, tallyOf(rowsOf(world, list.id))]));
  }

  /** Before the run: what people did. */
  begins({ byHand }: Night): void {
    for (const [list, track] of byHand) this.#handsIn(list).add(track);
  }

  /** What is wrong with the audit of a run, whether or not it came to its end. */
  heeds(audit: readonly AuditBody[]): readonly string[] {
    return audit.flatMap((body) => {
      const list = [...this.#told.keys()].find(({ id }) => id === body.playlist);
      if (list === undefined || body.kind !== 'items') return [];
      const wrong: string[] = [];
      for (const { key } of body.entered) {
        count(this.#toldOf(list), key, 1);
        const isHand = this.#handsIn(list).delete(trackOf(key));
        if (isHand !== (body.who.by === 'hand')) wrong.push(`${list.slug}: ${key} came in by ${body.who.by}`);
      }
      for (const { key } of body.left) {
        count(this.#toldOf(list), key, -1);
        if (body.who.by !== 'setlist') wrong.push(`${list.slug}: ${key} went out by ${body.who.by}`);
      }
      return wrong;
    });
  }

  /** Lists that do not stand as they should, or of which the run could not see that they do: the next one tells. */
  open(lists: readonly List[], { isDrained }: Night, outcomes: readonly Outcome[]): readonly List[] {
    const unseen = new Set<string>(
      outcomes.flatMap(({ slug, state, confirmed }) => (state === 'partly' && !confirmed ? slug : [])),
    );
    return lists.filter((list) => {
      if (unseen.has(list.slug)) return true;
      const rows = rowsOf(this.#world, list.id);
      // What a guard holds stands with what came in; nothing came in here.
      if (list.isGuarded && isDrained) return tallyKey(tallyOf(rows)) !== tallyKey(tallyOf(list.wanted));
      return rows.join() !== list.wanted.join();
    });
  }

  /** Of lists that came to their end: tracks lost or doubled, and whether the audit tells just what became of them. */
  settled(lists: readonly List[]): readonly string[] {
    return lists.flatMap((list) => {
      const rows = tallyOf(rowsOf(this.#world, list.id));
      const wrong =
        tallyKey(rows) === tallyKey(this.#toldOf(list)) ? [] : [`${list.slug}: the audit tells another list`];
      const hands = this.#handsIn(list);
      return [...wrong, ...(hands.size > 0 ? [`${list.slug}: an edit by hand was not told`] : [])];
    });
  }

  #toldOf(list: List): Tally {
    return this.#told.get(list) ?? new Map();
  }

  #handsIn(list: List): Set<string> {
    const known = this.#byHand.get(list) ?? new Set<string>();
    this.#byHand.set(list, known);
    return known;
  }
}

/** Of a list on its way: tracks that were there, should stay, and are gone, or that stand there twice. */
export function harmIn(world: World, list: List, before: readonly string[]): readonly string[] {
  const rows = tallyOf(rowsOf(world, list.id));
  const were = new Set(before);
  const lost = list.wanted.filter((track) => were.has(track) && !rows.has(uriOf(track)));
  const doubled = [...rows].filter(([, copies]) => copies > 1);
  return [
    ...(lost.length > 0 ? [`${list.slug}: ${lost.length} tracks lost`] : []),
    ...(doubled.length > 0 ? [`${list.slug}: ${doubled.length} tracks doubled`] : []),
  ];
}

const trackOf = (key: string): string => key.slice('spotify:track:'.length);

function tallyOf(tracks: readonly string[]): Tally {
  const tally: Tally = new Map();
  for (const track of tracks) count(tally, uriOf(track), 1);
  return tally;
}

function count(tally: Tally, key: string, by: number): void {
  const many = (tally.get(key) ?? 0) + by;
  if (many === 0) tally.delete(key);
  else tally.set(key, many);
}

const tallyKey = (tally: Tally): string =>
  [...tally]
    .map(([key, many]) => `${key} ${many}`)
    .sort()
    .join();
