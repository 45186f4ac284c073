import type { RowKey } from '../../domain/playlist.ts';
import { mostRowsAPlaylist } from '../../domain/write.ts';
import { chunks } from './chunks.ts';
import type { Match } from './match.ts';

/** Rows that come or go, before it is known where. */
export type Step =
  | { readonly kind: 'add'; readonly targets: readonly number[] }
  | { readonly kind: 'remove'; readonly keys: readonly RowKey[] };

/** What comes and goes before rows are moved, and what goes afterwards. */
export type Steps = { readonly early: readonly Step[]; readonly late: readonly RowKey[] };

type Sizes = {
  readonly before: number;
  readonly after: number;
  /** How many copies of a track stand there before. */
  readonly rowsOf: (key: RowKey) => number;
  /** The track that a row of the list to reach holds. */
  readonly keyOf: (target: number) => RowKey | undefined;
};

/**
 * Rows come before rows go, so that the list is never shorter than at its shorter end; where tracks must leave to come
 * again, the order that comes closest to that, and of those the one with the fewest requests.
 */
export function stepsFor({ fresh, again, twins, leavers }: Match, sizes: Sizes): Steps & { readonly lowest: number } {
  const add = (...targets: readonly number[]): Step => ({ kind: 'add', targets });
  const remove = (...keys: readonly RowKey[]): Step => ({ kind: 'remove', keys });
  const options: readonly Steps[] =
    twins.length === 0
      ? [{ early: [add(...fresh)], late: leavers }]
      : [
          { early: [remove(...twins, ...leavers), add(...fresh, ...again)], late: [] },
          { early: [remove(...twins), add(...fresh, ...again)], late: leavers },
          { early: [add(...fresh), remove(...twins, ...leavers), add(...again)], late: [] },
          { early: [add(...fresh), remove(...twins), add(...again)], late: leavers },
          { early: [add(...fresh), ...inParts(twins, again, fresh.length, sizes)], late: leavers },
        ];
  const rated = options.map((option) => rate(withRoom(option, sizes), sizes));
  return rated.reduce((best, other) => (isBetter(other, best) ? other : best));
}

/** Tracks that leave to come again a few at a time: as many as the rows that are there beyond the shorter end. */
function inParts(twins: readonly RowKey[], again: readonly number[], fresh: number, sizes: Sizes): readonly Step[] {
  const targets = Map.groupBy(again, sizes.keyOf);
  const steps: Step[] = [];
  let room = sizes.before + fresh - Math.min(sizes.before, sizes.after);
  let part: RowKey[] = [];
  const rows = () => part.reduce((sum, key) => sum + sizes.rowsOf(key), 0);
  const flush = (): void => {
    const back = part.flatMap((key) => targets.get(key) ?? []);
    if (part.length > 0) steps.push({ kind: 'remove', keys: part }, { kind: 'add', targets: back });
    room += back.length - rows();
    part = [];
  };
  // Those with most copies first: the room shrinks with every copy that is dropped.
  for (const key of [...twins].sort((one, other) => sizes.rowsOf(other) - sizes.rowsOf(one))) {
    if (rows() + sizes.rowsOf(key) > room) flush();
    part.push(key);
  }
  flush();
  return steps;
}

type Rated = Steps & { readonly lowest: number; readonly dip: number; readonly requests: number };

const isBetter = (one: Rated, other: Rated): boolean =>
  one.dip < other.dip || (one.dip === other.dip && one.requests < other.requests);

function rate({ early, late }: Steps, sizes: Sizes): Rated {
  const heights = [sizes.before];
  for (const step of early) heights.push((heights.at(-1) ?? 0) + change(step, sizes));
  const lowest = Math.min(...heights, sizes.after);
  const requests = early.reduce((sum, step) => sum + chunks(rowsOrKeys(step)).length, chunks(late).length);
  return { early, late, lowest, dip: Math.max(0, Math.min(sizes.before, sizes.after) - lowest), requests };
}

const rowsOrKeys = (step: Step): readonly (number | RowKey)[] => (step.kind === 'add' ? step.targets : step.keys);

const change = (step: Step, { rowsOf }: Sizes): number =>
  step.kind === 'add' ? step.targets.length : -step.keys.reduce((sum, key) => sum + rowsOf(key), 0);

/** The same steps, where late removals come earlier if a full playlist has no room for what is added. */
function withRoom({ early, late }: Steps, sizes: Sizes): Steps {
  const waiting = [...chunks(late)];
  const steps: Step[] = [];
  let rows = sizes.before;
  const take = (step: Step): void => {
    steps.push(step);
    rows += change(step, sizes);
  };
  for (const step of partsOf(early, sizes)) {
    while (waiting.length > 0 && rows + change(step, sizes) > mostRowsAPlaylist) {
      take({ kind: 'remove', keys: waiting.shift() ?? [] });
    }
    take(step);
  }
  return { early: steps, late: waiting.flat() };
}

/** Steps that do something; where room may be scarce, additions request by request. */
function partsOf(early: readonly Step[], sizes: Sizes): readonly Step[] {
  const most = early.reduce((rows, step) => rows + Math.max(0, change(step, sizes)), sizes.before);
  return early
    .filter((step) => change(step, sizes) !== 0)
    .flatMap((step) =>
      step.kind === 'add' && most > mostRowsAPlaylist
        ? chunks(step.targets).map((targets): Step => ({ kind: 'add', targets }))
        : [step],
    );
}
