import type { Row } from '../domain/playlist.ts';
import type { Why } from '../domain/why.ts';
import type { Candidate } from '../words/candidate.ts';
import { incumbentOf } from './candidate.ts';
import { countsOf } from './multiset.ts';
import type { Window } from './window.ts';

/** A playlist's row that comes back as a candidate, and the candidate below which it goes: the one it stands below now. */
type Returning = { readonly row: Candidate; readonly below: string | undefined };

/** The candidates together with all rows of the playlist that are not among them, each where it stands now, and why it stays. */
export function withAllStanding(
  rows: readonly Candidate[],
  standing: readonly Row[],
  why: Why | ((uri: string) => Why),
  window: Window,
): readonly Candidate[] {
  const below = Map.groupBy(returningRows(rows, standing, why, window), (one) => one.below);
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
  why: Why | ((uri: string) => Why),
  window: Window,
): readonly Returning[] {
  const unmatched = countsOf<string>(rows.map(({ uri }) => uri));
  const returning: Returning[] = [];
  let below: string | undefined;
  for (const row of standing) {
    if (row.kind === 'gone') continue;
    const incumbent = incumbentOf(row, typeof why === 'function' ? why(row.uri) : why, window);
    if (incumbent === undefined) continue;
    const count = unmatched.get(incumbent.uri) ?? 0;
    if (count > 0) {
      unmatched.set(incumbent.uri, count - 1);
      below = incumbent.uri;
    } else returning.push({ row: incumbent, below });
  }
  return returning;
}
