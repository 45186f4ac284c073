import { isTrackUri } from '../domain/ids.ts';
import { keysOf, type Row, type RowKey } from '../domain/playlist.ts';
import type { Hands } from '../domain/portfolio.ts';
import type { Rule } from '../domain/rule.ts';
import type { Why } from '../domain/why.ts';
import type { Candidate } from '../words/candidate.ts';
import { partition } from './multiset.ts';
import { Alike, type ItemRow } from './relinked.ts';
import { withStaying } from './staying.ts';
import type { Window } from './window.ts';

export type Handled = {
  readonly rows: readonly Candidate[];
  /** Rows that stay out, each with since when. */
  readonly out: readonly (readonly [Candidate, Why])[];
  /** Rows that have their seats because a person put them there, whether or not a source has them as well. */
  readonly kept: ReadonlySet<string>;
};

type Told = { readonly rule: Rule; readonly hands: Hands | undefined; readonly pinned: ReadonlySet<string> };

/**
 * Candidates after what people did by hand: what they took out stays out, what they added stays where it stands, for as
 * long as it stands. A pin is a later word than a removal. What was added by hand passes no filter and no cap, like a
 * pin, and uses up seats that newcomers would have had.
 */
export function afterHands(
  rows: readonly Candidate[],
  standing: readonly Row[],
  { rule, hands, pinned }: Told,
  window: Window,
): Handled {
  const keys: readonly string[] = keysOf(standing);
  const since = tombstones(hands?.removed ?? {}, new Set(keys), window);
  const [gone, left] = partition(rows, (row) => !pinned.has(row.uri) && since(row) !== undefined);
  const out = gone.map((row) => [row, why(rule, `taken out by hand on ${since(row)}`)] as const);
  const kept = new Map(keys.flatMap((key) => nightOf(hands?.kept ?? {}, key).map((night) => [key, night] as const)));
  if (kept.size === 0) return { rows: left, out, kept: new Set() };
  const byHand = (uri: string) => why(rule, `added by hand on ${kept.get(uri)}`);
  const stay = left.map((row) => (kept.has(row.uri) ? { ...row, trail: [...row.trail, byHand(row.uri)] } : row));
  const keeps = new Set(kept.keys());
  return { rows: withStaying(stay, standing, { rows: keeps, why: byHand }, window), out, kept: keeps };
}

const nightOf = (nights: NonNullable<Hands['kept']>, key: string): readonly string[] => {
  const night = nights[key as RowKey];
  return night === undefined ? [] : [night];
};

/**
 * Since when a candidate stays out; undefined when it may come in. One that is likely the same track under another id
 * stays out as well until it is read whether it is. One that stands there is in whatever became of its like.
 */
function tombstones(
  removed: NonNullable<Hands['removed']>,
  standing: ReadonlySet<string>,
  window: Window,
): (row: Candidate) => string | undefined {
  const rows = Object.keys(removed).flatMap((uri): readonly ItemRow[] =>
    isTrackUri(uri) ? [{ kind: 'item', uri, addedAt: null, addedBy: null }] : [],
  );
  const alike = new Alike(rows, window);
  return (row) => {
    const [night] = nightOf(removed, row.uri);
    if (night !== undefined || standing.has(row.uri) || !isTrackUri(row.uri)) return night;
    const twin = alike.find(row, row.uri);
    return twin === undefined ? undefined : nightOf(removed, twin.uri)[0];
  };
}

const why = ({ at }: Rule, datum: string): Why => ({ stage: 'select', word: 'hand_edits', datum, at });
