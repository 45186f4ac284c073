import type { Candidate } from '../../candidate.ts';

type Queue = {
  readonly groups: readonly string[];
  readonly rows: readonly { readonly row: Candidate; readonly index: number }[];
  next: number;
};
type Fits = (groups: readonly string[]) => boolean;

/** The rows that have no place yet: a queue for each set of groups, the queues sorted by whose turn it is in the given order. */
export class Queues {
  readonly #queues: Queue[];

  constructor(rows: readonly Candidate[], groupsOf: (row: Candidate) => readonly string[]) {
    const indexed = rows.map((row, index) => ({ row, index, groups: groupsOf(row) }));
    const bySet = Map.groupBy(indexed, ({ groups, index }) =>
      groups.length === 0 ? `alone ${index}` : groups.join('\n'),
    );
    this.#queues = [...bySet.values()].map((same) => ({ groups: same[0]?.groups ?? [], rows: same, next: 0 }));
  }

  /** Takes the first row in order that fits. */
  first(fits: Fits): Candidate | undefined {
    return this.#take(this.#queues.findIndex(({ groups }) => fits(groups)));
  }

  /** Takes the first row of the longest queue that fits; of the first of several as long. */
  longest(fits: Fits): Candidate | undefined {
    let [at, most] = [-1, 0];
    for (const [index, queue] of this.#queues.entries())
      if (left(queue) > most && fits(queue.groups)) [at, most] = [index, left(queue)];
    return this.#take(at);
  }

  #take(at: number): Candidate | undefined {
    const [queue] = at === -1 ? [] : this.#queues.splice(at, 1);
    if (queue === undefined) return undefined;
    const taken = queue.rows[queue.next]?.row;
    queue.next += 1;
    if (left(queue) > 0) this.#queues.splice(this.#placeOf(turnOf(queue)), 0, queue);
    return taken;
  }

  #placeOf(turn: number): number {
    let [low, high] = [0, this.#queues.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (turnOf(this.#queues[middle] as Queue) < turn) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const left = ({ rows, next }: Queue): number => rows.length - next;
const turnOf = ({ rows, next }: Queue): number => rows[next]?.index ?? Number.POSITIVE_INFINITY;
