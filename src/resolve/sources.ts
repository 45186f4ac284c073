import type { Dropped } from '../domain/desired.ts';
import type { AddableUri } from '../domain/ids.ts';
import { isTrackUri } from '../domain/ids.ts';
import type { Rule, SourceStep } from '../domain/rule.ts';
import type { Candidate } from '../words/candidate.ts';
import { ordered } from '../words/sort/order.ts';
import { sources } from '../words/sources/index.ts';
import type { SourceWord } from '../words/word.ts';
import { candidateOf } from './candidate.ts';
import { capped } from './capped.ts';
import { type Filtered, filter } from './filter.ts';
import type { Window } from './window.ts';
import type { SourceWithout } from './without.ts';

export type Gathered = {
  readonly rows: readonly Candidate[];
  readonly dropped: readonly Dropped[];
  readonly gaps: readonly string[];
  /** Sources that were read whole and hold nothing, where that is not ordinary. */
  readonly empty: readonly string[];
  readonly without: readonly SourceWithout[];
} & Pick<Filtered, 'unknown' | 'undecided'>;

/** What all sources of a rule give, in listed order; undefined while one of them lacks facts. All are asked, so that all lacks come at once. */
export function fromSources(rule: Rule, incumbents: ReadonlySet<string>, window: Window): Gathered | undefined {
  const parts = rule.from.map((step) => fromSource(step, rule, incumbents, window));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return {
    rows: parts.flatMap(({ rows }) => rows),
    dropped: parts.flatMap(({ dropped }) => dropped),
    gaps: parts.flatMap(({ gaps }) => gaps),
    empty: parts.flatMap(({ empty }) => empty),
    without: parts.flatMap(({ without }) => without),
    unknown: parts.reduce((sum, { unknown }) => sum + unknown, 0),
    undecided: parts.find(({ undecided }) => undecided !== null)?.undecided ?? null,
  };
}

function fromSource(
  step: SourceStep,
  rule: Rule,
  incumbents: ReadonlySet<string>,
  window: Window,
): Gathered | undefined {
  const word = sourceWord(step);
  const sourced = word?.run(step.args, window);
  if (sourced === undefined) return undefined;
  const entries = sourced.entries.map(({ uri, addedAt, datum }): Candidate => {
    const why = { stage: 'from', word: step.word, datum, at: step.at } as const;
    return candidateOf(shown(uri, window), addedAt, step.as, [why], window);
  });
  const isEmpty = entries.length === 0 && sourced.gaps.length === 0 && word?.emptyIsNormal !== true;
  const judged = filter(entries, step.where, rule.unknown, ({ uri }) => incumbents.has(uri), window);
  const taken = capped(ordered(judged.kept, step.sort, window), step.take);
  return {
    rows: taken.kept,
    dropped: [...judged.dropped, ...taken.dropped],
    gaps: [...sourced.gaps, ...(isEmpty ? [`${step.as} is empty`] : [])],
    empty: isEmpty ? [step.as] : [],
    without: [{ step, without: sourced.without }],
    unknown: judged.unknown,
    undecided: judged.undecided,
  };
}

export const sourceWord = ({ word }: SourceStep): SourceWord | undefined =>
  (sources as Readonly<Record<string, SourceWord>>)[word];

const shown = (uri: AddableUri, window: Window): AddableUri => (isTrackUri(uri) ? window.shown(uri) : uri);
