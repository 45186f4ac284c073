import type { Row } from '../domain/playlist.ts';
import type { Why } from '../domain/why.ts';
import type { Candidate } from '../words/candidate.ts';
import { incumbentOf } from './candidate.ts';
import { countsOf } from './multiset.ts';
import type { Window } from './window.ts';

/** Rows of a playlist that must stay in it, all copies of each, and why. */
export type Staying = { readonly rows: ReadonlySet<string>; readonly why: (uri: string) => Why };

/** A playlist's row that comes back as a candidate, and the candidate below which it goes: the one it stands below now. */
type Returning = { readonly row: Candidate; readonly below: string | undefined };

/** The candidates together with the rows that must stay and are not among them, each where it stands now. */
export function withStaying(
  rows: readonly Candidate[],
  standing: readonly Row[],
  staying: Staying,
  window: Window,
): readonly Candidate[] {
  const below = Map.groupBy(returningRows(rows, standing, staying, window), (one) => one.below);
  const come = (after: string | undefined): readonly Candidate[] => {
    const group = (below.get(after) ?? []).map(({ row }) => row);
    below.delete(after);
    return group;
  };
  return [...come(undefined), ...rows.flatMap((row) => [row, ...come(row.uri)])];
}

function returningRows(
  rows: readonly Candidate[],
  standing: readonly Row[],
  staying: Staying,
  window: Window,
): readonly Returning[] {
  const unmatched = countsOf<string>(rows.map(({ uri }) => uri));
  const returning: Returning[] = [];
  let below: string | undefined;
  for (const row of standing) {
    if (row.kind === 'gone') continue;
    const count = unmatched.get(row.uri) ?? 0;
    if (count > 0) {
      unmatched.set(row.uri, count - 1);
      below = row.uri;
    } else if (staying.rows.has(row.uri)) {
      const incumbent = incumbentOf(row, staying.why(row.uri), window);
      if (incumbent !== undefined) returning.push({ row: incumbent, below });
    }
  }
  return returning;
}
