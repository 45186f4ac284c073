import { keysOf, type Row, type RowKey } from '../domain/playlist.ts';
import type { Hands } from '../domain/portfolio.ts';
import type { Rule } from '../domain/rule.ts';
import type { Why } from '../domain/why.ts';
import type { Candidate } from '../words/candidate.ts';
import { partition } from './multiset.ts';
import { withAllStanding } from './staying.ts';
import type { Window } from './window.ts';

export type Handled = {
  readonly rows: readonly Candidate[];
  /** Rows that stay out, each with since when. */
  readonly out: readonly (readonly [Candidate, Why])[];
  /** Rows that are in because a person put them there. */
  readonly kept: ReadonlySet<string>;
};

/**
 * Candidates after what people did by hand: what they took out stays out, what they added stays where it stands, for as
 * long as it stands. A pin is a later word than a removal.
 */
export function afterHands(
  rows: readonly Candidate[],
  standing: readonly Row[],
  {
    rule,
    hands,
    pinned,
  }: { readonly rule: Rule; readonly hands: Hands | undefined; readonly pinned: ReadonlySet<string> },
  window: Window,
): Handled {
  const { kept = {}, removed = {} } = hands ?? {};
  const since = (nights: NonNullable<Hands['kept']>, uri: string): string | undefined => nights[uri as RowKey];
  const [gone, left] = partition(rows, ({ uri }) => since(removed, uri) !== undefined && !pinned.has(uri));
  const there = new Set<string>(left.map(({ uri }) => uri));
  const keys = keysOf(standing);
  const stays = keys.filter((key) => since(kept, key) !== undefined && !there.has(key));
  const out = gone.map((row) => [row, why(rule, `taken out by hand on ${since(removed, row.uri)}`)] as const);
  if (stays.length === 0) return { rows: left, out, kept: new Set() };
  const shown = standing.filter((_, index) => there.has(keys[index] ?? '') || stays.includes(keys[index] as RowKey));
  return { rows: withAllStanding(left, shown, why(rule, 'added by hand'), window), out, kept: new Set(stays) };
}

const why = ({ at }: Rule, datum: string): Why => ({ stage: 'select', word: 'hand_edits', datum, at });
