import type { Desired, DesiredRow, Dropped, Resolved } from '../domain/desired.ts';
import { isTrackUri } from '../domain/ids.ts';
import { type Actual, isIrreplaceable, keysOf, type RowKey } from '../domain/playlist.ts';
import { triedAgainOn } from '../domain/quarantine.ts';
import type { Rule } from '../domain/rule.ts';
import type { Why } from '../domain/why.ts';
import { counted } from '../problem/counted.ts';
import type { Candidate } from '../words/candidate.ts';
import { unique } from '../words/dedupe/unique.ts';
import type { DedupeArgs } from '../words/dedupe.ts';
import { ordered, placedBy } from '../words/sort/order.ts';
import { arranged } from './arrange.ts';
import { capped } from './capped.ts';
import { droppedOf } from './dropped.ts';
import { filter } from './filter.ts';
import { afterHands } from './hands.ts';
import { partition, without } from './multiset.ts';
import { pinsOf, withPins } from './pins.ts';
import { underShownIds } from './relinked.ts';
import { fromSources } from './sources.ts';
import { type Staying, withStaying } from './staying.ts';
import { type Known, Window } from './window.ts';
import { withoutSource } from './without.ts';

export type ToResolve = {
  readonly rule: Rule;
  /** The playlist as it stands; null when it is still to be created. */
  readonly actual: Actual | null;
  /** Why no row may leave tonight; null when rows may. */
  readonly holding: Why | null;
  /** Rows that may not leave yet, and why. */
  readonly waiting?: Staying | undefined;
  readonly known: Known;
};

/** Also says which answers were looked at, by key: a plan is bound to them. */
export type ResolvedWith = Resolved & { readonly used: readonly string[] };

/** Runs the words of one rule in their fixed order: what its playlist should hold and why, or the facts that this lacks. */
export function resolve({ rule, actual, holding, waiting, known }: ToResolve): ResolvedWith {
  const window = new Window(rule.account, known, rule.slug);
  const standing = actual?.rows ?? [];
  const pins = pinsOf(rule, window);
  const incumbents = new Set<string>(keysOf(standing));
  const sourced = fromSources(rule, incumbents, window);
  if (sourced === undefined) return lacking(window);

  const judged = filter(sourced.rows, rule.where, rule.unknown, ({ uri }) => incumbents.has(uri), window);
  if (window.needs.length > 0) return lacking(window);

  const { kept, repeats } = unique(rule.dedupe.args as DedupeArgs, judged.kept);
  const settled = underShownIds(withPins(kept, pins), standing, window);
  if (window.needs.length > 0) return lacking(window);
  const [dead, there] = partition(settled, ({ uri }) => isTrackUri(uri) && window.isDead(uri));
  const [refused, alive] = partition(
    there,
    ({ uri }) => !incumbents.has(uri) && window.refusedSince(uri) !== undefined,
  );
  const pinned = new Set<string>(pins.map(({ row }) => row.uri));
  const hands = afterHands(alive, standing, { rule, hands: known.hands?.get(rule.slug), pinned }, window);
  const candidates = hands.rows;
  const undecided = [sourced, judged].filter((one) => one.undecided !== null && rule.unknown === 'fail');
  const gaps = [...sourced.gaps, ...undecided.map(unknownGap)];
  const hold = holding ?? (gaps.length > 0 ? incomplete(rule, gaps) : null);
  const staying = hold === null ? waiting : { rows: incumbents, why: () => hold };
  const complete = staying === undefined ? candidates : withStaying(candidates, standing, staying, window);
  const sorted = sortedBy(rule, complete, window);
  const must = new Set(
    sorted.filter(({ uri }) => pinned.has(uri) || hands.kept.has(uri) || staying?.rows.has(uri) === true),
  );
  const seated = capped(sorted, rule.take, must);

  const placed = place(rule, actual, seated.kept, pins, window);
  const dropped = [
    ...sourced.dropped,
    ...judged.dropped,
    ...repeats.map(({ row, of }) => repeat(rule, row, of)),
    ...dead.map((row) => lost(rule, row)),
    ...refused.map((row) => droppedOf(row, refusal(rule, window.refusedSince(row.uri) ?? ''))),
    ...hands.out.map(([row, why]) => droppedOf(row, why)),
    ...seated.dropped,
  ];
  const told = new Set([...placed.rows, ...dropped].map(({ key }) => key));
  const untold = withoutSource({ rule, standing, sources: sourced.without, told }, window);
  const desired: Desired = {
    rows: placed.rows,
    dropped: [...dropped, ...untold],
    gaps,
    empty: sourced.empty,
    unknown: sourced.unknown + judged.unknown,
    gaveWay: [...seated.gaveWay, ...placed.gaveWay],
  };
  return { kind: 'resolved', desired, wishes: window.wishes, used: window.used };
}

const lacking = ({ needs, wishes, used }: Window): ResolvedWith => ({ kind: 'lacking', needs, wishes, used });

function place(
  rule: Rule,
  actual: Actual | null,
  rows: readonly Candidate[],
  pins: ReturnType<typeof pinsOf>,
  window: Window,
): { readonly rows: readonly DesiredRow[]; readonly gaveWay: readonly string[] } {
  const keys = keysOf(actual?.rows ?? []);
  const fixed = without(
    [...keys.entries()],
    rows.map(({ uri }) => uri as string),
    ([, key]) => key as string,
  )
    .filter(([, key]) => isIrreplaceable(key) || isUnplayable(key, window))
    .map(([index]) => index);
  const { rows: places, gaveWay } = arranged(rows, pins, fixed, rule.arrange);
  return {
    rows: places.map((one) =>
      typeof one === 'number'
        ? { key: keys[one] as RowKey, why: [protection(rule)] }
        : { key: one.uri as string as RowKey, why: one.trail },
    ),
    gaveWay,
  };
}

/** In the order of the rule, each row with what placed it. */
const sortedBy = ({ sort }: Rule, rows: readonly Candidate[], window: Window): readonly Candidate[] => {
  const [first] = sort;
  if (first === undefined) return rows;
  return ordered(rows, sort, window).map((row) => {
    const why = { stage: 'sort', word: 'sort', datum: placedBy(row, sort, window), at: first.at } as const;
    return { ...row, trail: [...row.trail, why] };
  });
};

const isUnplayable = (key: RowKey, window: Window): boolean => {
  const item = window.item(key);
  return item?.kind === 'track' && item.playable === false;
};

const protection = ({ at }: Rule): Why => ({
  stage: 'write',
  word: 'protect',
  datum: 'could not be added again: local, unavailable or gone from Spotify',
  at,
});

const incomplete = ({ at }: Rule, gaps: readonly string[]): Why => ({
  stage: 'from',
  word: 'incomplete',
  datum: `stays: ${gaps.join('; ')}`,
  at,
});

const unknownGap = ({ unknown, undecided }: { readonly unknown: number; readonly undecided: string | null }): string =>
  `${undecided} is not known of ${counted(unknown, 'track')}`;

const lost = ({ at }: Rule, row: Candidate): Dropped =>
  droppedOf(row, { stage: 'select', word: 'gone', datum: 'Spotify no longer has it', at });

const refusal = ({ at }: Rule, since: string): Why => ({
  stage: 'select',
  word: 'quarantine',
  datum: `Spotify refused it on ${since}; it is tried again on ${triedAgainOn(since)}`,
  at,
});

const repeat = (rule: Rule, row: Candidate, of: Candidate): Dropped =>
  droppedOf(row, {
    stage: 'dedupe',
    word: 'dedupe',
    datum: row.uri === of.uri ? 'the same id again' : `the same as ${of.uri}`,
    at: rule.dedupe.at,
  });
