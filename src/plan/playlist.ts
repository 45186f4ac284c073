import type { Desired } from '../domain/desired.ts';
import type { Facts } from '../domain/facts.ts';
import { hashKeys } from '../domain/hash.ts';
import { isAddableUri } from '../domain/ids.ts';
import type { PlannedWrite, PlaylistPlan } from '../domain/plan.ts';
import { type Actual, isIrreplaceable, keysOf, type RowKey } from '../domain/playlist.ts';
import { priceOfApplying } from '../domain/price.ts';
import type { Rule } from '../domain/rule.ts';
import type { Why } from '../domain/why.ts';
import { applyWrite } from '../domain/write.ts';
import type { Problem } from '../problem/problem.ts';
import { labelOf } from '../words/values/label.ts';
import { type Aliases, withStoredIds } from './aliases.ts';
import { changesBetween } from './changes.ts';
import { detailsWrites } from './details.ts';
import { headOf, stateOf } from './head.ts';
import { datesProblem, notesOf } from './notes.ts';
import { wayBetween } from './way.ts';

export type ToPlan = {
  readonly rule: Rule;
  /** Null: the playlist is to be created. */
  readonly actual: Actual | null;
  /** What the rule came to, after the guards. */
  readonly desired: Desired;
  readonly problems: readonly Problem[];
  /** Removals that only the rule's ack allows. */
  readonly charged: number;
  readonly facts: Facts;
  /** Of these facts; the same for all playlists of a night. */
  readonly aliases: Aliases;
  readonly night: string;
  /** The most requests of a whole run. */
  readonly mostRequests: number;
};

/** The plan of one playlist whose facts are all there. */
export function planPlaylist(given: ToPlan): PlaylistPlan {
  const { rule, actual, desired, problems, charged, facts, aliases, night, mostRequests } = given;
  const before = keysOf(actual?.rows ?? []);
  const wanted = desired.rows.map(({ key }) => key);
  const {
    way,
    writes: kept,
    datesLost,
    capForDates,
  } = wayBetween({
    before,
    after: wanted,
    setting: rule.settings.write,
    isIrreplaceable: (key) => cannotBeAdded(key, facts),
    mostRequests,
  });
  const items = withStoredIds(kept, new Set([...before, ...wanted]), aliases);
  const rows = items.reduce(applyWrite, before);
  const details = detailsWrites(rule, actual?.details ?? null, { rows, facts, night });
  const writes: readonly PlannedWrite[] = actual === null ? [...details, ...items] : [...items, ...details];
  return {
    ...headOf(rule, actual),
    state: stateOf(rule, actual, writes),
    after: { hash: hashKeys(rows), count: rows.length },
    rows: writes.length === 0 ? [] : rows,
    changes:
      items.length === 0
        ? []
        : changesBetween(before, rows, { whysOf: whysFrom(desired), labelOf: (key) => labelOf(key, facts) }),
    writes,
    price: priceOfApplying(actual === null ? null : before, rows.length, writes),
    way,
    datesLost,
    capForDates,
    acked: ackedBy(rule, charged),
    problems: [...problems, ...datesProblem(rule, { datesLost, capForDates })],
    notes: notesOf(rule, actual, desired, { way, requests: kept.length }),
  };
}

const ackedBy = ({ settings: { ack } }: Rule, charged: number): PlaylistPlan['acked'] =>
  ack === null || charged === 0 ? null : { removals: charged, of: ack.removals, until: ack.until };

/** A plan that leaves the playlist as it stands, and says why. */
export function leaveAlone(
  rule: Rule,
  actual: Actual | null,
  state: 'unchanged' | 'partial' | 'unreadable' | 'held' | 'not-due',
  problems: readonly Problem[],
): PlaylistPlan {
  const rows = keysOf(actual?.rows ?? []);
  return {
    ...headOf(rule, actual),
    state,
    after: { hash: hashKeys(rows), count: rows.length },
    rows: [],
    changes: [],
    writes: [],
    price: priceOfApplying(rows, rows.length, []),
    way: 'keep',
    datesLost: 0,
    capForDates: null,
    acked: null,
    problems,
    notes: [],
  };
}

/** A replace would lose these: nobody can add a local file, a gone row, or a track that does not play here. */
const cannotBeAdded = (key: RowKey, { items }: Facts): boolean => {
  if (isIrreplaceable(key)) return true;
  const item = isAddableUri(key) ? items.get(key) : undefined;
  return item?.kind === 'track' && item.playable === false;
};

/** The whys of every row: why it is in, else what kept it out last. */
function whysFrom({ rows, dropped }: Desired): (key: RowKey) => readonly Why[] {
  const whys = new Map<RowKey, readonly Why[]>();
  for (const { key, why } of [...dropped, ...rows]) whys.set(key, why);
  return (key) => whys.get(key) ?? [];
}
