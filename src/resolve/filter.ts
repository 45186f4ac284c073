import type { Dropped } from '../domain/desired.ts';
import type { Condition, Rule } from '../domain/rule.ts';
import type { Candidate } from '../words/candidate.ts';
import { judge } from '../words/where/judge.ts';
import { droppedOf } from './dropped.ts';
import type { Window } from './window.ts';

export type Filtered = {
  readonly kept: readonly Candidate[];
  readonly dropped: readonly Dropped[];
  /** Rows on which the condition could not be decided, and the word that could not. */
  readonly unknown: number;
  readonly undecided: string | null;
};

/** Keeps what the condition holds for. Where that is not known, `keep` lets incumbents stay and newcomers wait. */
export function filter(
  rows: readonly Candidate[],
  condition: Condition,
  unknown: Rule['unknown'],
  isIncumbent: (row: Candidate) => boolean,
  window: Window,
): Filtered {
  if (condition.kind === 'all' && condition.of.length === 0)
    return { kept: rows, dropped: [], unknown: 0, undecided: null };
  const judged = rows.map((row) => ({ row, verdict: judge(condition, row, window) }));
  const whys = judged.map(({ row, verdict: { holds, word, datum, at } }) => {
    const stays = holds ?? (unknown === 'keep' && isIncumbent(row));
    return { row, stays, holds, word, why: { stage: 'where', word, datum, at } as const };
  });
  const undecided = whys.filter(({ holds }) => holds === null);
  return {
    kept: whys.filter(({ stays }) => stays).map(({ row, why }) => ({ ...row, trail: [...row.trail, why] })),
    dropped: whys.filter(({ stays }) => !stays).map(({ row, why }) => droppedOf(row, why)),
    unknown: undecided.length,
    undecided: undecided[0]?.word ?? null,
  };
}
