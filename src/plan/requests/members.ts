import type { RowKey } from '../../domain/playlist.ts';
import type { ItemWrite } from '../../domain/write.ts';
import { chunks } from './chunks.ts';
import { counts, match } from './match.ts';
import { type Placement, placements } from './place.ts';
import { addable, rebuild } from './rebuild.ts';
import type { Line } from './reorder/strips.ts';
import { type Step, stepsFor } from './steps.ts';

/** One way to let rows come and go: the moves belong between `early` and `late` and bring `line` into order. */
export type Members = {
  readonly early: readonly ItemWrite[];
  readonly line: Line;
  readonly late: readonly ItemWrite[];
};

/** Ways to come to the right members, most promising first. */
export function memberships(before: readonly RowKey[], after: readonly RowKey[]): readonly [Members, ...Members[]] {
  const matched = match(before, after);
  const had = counts(before);
  const sizes = {
    before: before.length,
    after: after.length,
    rowsOf: (key: RowKey) => had.get(key) ?? 0,
    keyOf: (target: number) => after[target],
  };
  const { early, late, lowest } = stepsFor(matched, sizes);
  // Every row must leave to come again, dates and all: better a new list at once than one that is short for a moment.
  const nothingStays = matched.again.length === after.length && before.length > 0 && after.length > 0;
  if (nothingStays || (lowest === 0 && before.length > 0 && after.length > 0))
    return [{ early: rebuild(after), line: [], late: [] }];
  const start: State = { rows: before, line: matched.targets, writes: [] };
  const [first, ...others] = early.reduce((states, step) => take(states, step, after), [start] as States);
  const finish = ({ writes, line }: State): Members => ({ early: writes, line, late: removals(late) });
  return [finish(first), ...others.map(finish)];
}

type State = { readonly rows: readonly RowKey[]; readonly line: Line; readonly writes: readonly ItemWrite[] };
type States = readonly [State, ...State[]];

/** One more step of every way; only the last addition branches, so that the ways stay few. */
function take([first, ...others]: States, step: Step, after: readonly RowKey[]): States {
  if (step.kind === 'remove') return [without(first, step.keys), ...others.map((state) => without(state, step.keys))];
  const [best, ...further] = placements(first.line, step.targets);
  return [withRows(first, best, after), ...further.map((placement) => withRows(first, placement, after))];
}

function without({ rows, line, writes }: State, keys: readonly RowKey[]): State {
  const gone = new Set(keys);
  const stays = rows.map((key) => !gone.has(key));
  return {
    rows: rows.filter((_, index) => stays[index]),
    line: line.filter((_, index) => stays[index]),
    writes: [...writes, ...removals(keys)],
  };
}

function withRows({ rows, line, writes }: State, { position, targets }: Placement, after: readonly RowKey[]): State {
  const keys = targets.flatMap((target) => after[target] ?? []);
  return {
    rows: rows.toSpliced(position, 0, ...keys),
    line: line.toSpliced(position, 0, ...targets),
    writes: [...writes, ...additions(keys, position)],
  };
}

function additions(keys: readonly RowKey[], position: number): readonly ItemWrite[] {
  const parts = chunks(addable(keys));
  return parts.map((uris, index) => ({ kind: 'add', uris, position: position + index * (parts[0]?.length ?? 0) }));
}

const removals = (keys: readonly RowKey[]): readonly ItemWrite[] =>
  chunks(keys).map((uris) => ({ kind: 'remove', uris }));
